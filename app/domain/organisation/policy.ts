import { type Day, firstDayOf, fiscalYearLabel, lastDayOf, wareki } from '../calendar'
import { all, no, type Verdict, yes } from '../verdict'
import { type Actor, heads, isAppointedHead, isSecretariat, isSystem, sitsOn } from './actor'
import type { Body } from './seat'

/** Who may bring in the lists of the organisation and open years and campaigns. */
export function mayKeepOrganisation(actor: Actor): Verdict {
  if (isSystem(actor) || isSecretariat(actor) || sitsOn(actor, 'administrators')) return yes
  return no('組織・職員・年度の登録ができるのは、事務局とシステム管理者です。')
}

interface YearFacts {
  readonly fiscalYear: number
  readonly closedAt: string | null
}

/** What was decided for a year stays once its figure is final. */
export function mayChangeYear(actor: Actor, { fiscalYear, closedAt }: YearFacts): Verdict {
  const isOpen =
    closedAt === null ? yes : no(`${fiscalYearLabel(fiscalYear)}は確定しているので、設定は変えられません。`)
  return all(mayKeepOrganisation(actor), isOpen)
}

/** 確定: a year that is over, once. */
export function mayCloseYear(actor: Actor, year: YearFacts, today: Day): Verdict {
  const label = fiscalYearLabel(year.fiscalYear)
  const from = wareki(firstDayOf(year.fiscalYear + 1))
  return all(
    mayKeepOrganisation(actor),
    year.closedAt === null ? yes : no(`${label}は、もう確定しています。`),
    today > lastDayOf(year.fiscalYear) ? yes : no(`${label}は、${from}から確定できます。`),
  )
}

/** Administrators are named by administrators alone: otherwise who keeps the lists could make anybody one. */
export function maySeatOn(actor: Actor, body: Body): Verdict {
  if (body !== 'administrators' || isSystem(actor) || sitsOn(actor, 'administrators'))
    return mayKeepOrganisation(actor)
  return no('システム管理者を決められるのは、システム管理者です。')
}

/** 保存期間 and 廃棄: what goes is gone for everybody. */
export function mayKeepRetention(actor: Actor): Verdict {
  return isSystem(actor) || sitsOn(actor, 'administrators')
    ? yes
    : no('保存期間を決め、廃棄できるのは、システム管理者です。')
}

/** 代理 is for the head to arrange, and for the office where the head is not there to do it. */
export function mayDelegate(actor: Actor, departmentId: number): Verdict {
  if (isAppointedHead(actor, departmentId) || mayKeepOrganisation(actor).ok) return yes
  return no('代理を決めることができるのは、その所属長と、事務局、システム管理者です。')
}

/**
 * 引継書: whoever acts as the head today, and the secretariat. Not the administrators, who read no proposal before the
 * notice, and not a successor before the day.
 */
export function mayReadHandover(actor: Actor, departmentId: number): Verdict {
  return heads(actor, departmentId) || isSecretariat(actor)
    ? yes
    : no('引継書を見ることができるのは、今日の所属長と代理の人、事務局です。')
}
