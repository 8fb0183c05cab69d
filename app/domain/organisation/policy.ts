import { no, type Verdict, yes } from '../verdict'
import { type Actor, heads, isAppointedHead, isSecretariat, isSystem, sitsOn } from './actor'
import type { Body } from './seat'

/** Who may bring in the lists of the organisation and open years and campaigns. */
export function mayKeepOrganisation(actor: Actor): Verdict {
  if (isSystem(actor) || isSecretariat(actor) || sitsOn(actor, 'administrators')) return yes
  return no('組織・職員・年度の登録ができるのは、事務局とシステム管理者です。')
}

/** Administrators are named by administrators alone: otherwise who keeps the lists could make anybody one. */
export function maySeatOn(actor: Actor, body: Body): Verdict {
  if (body !== 'administrators' || isSystem(actor) || sitsOn(actor, 'administrators'))
    return mayKeepOrganisation(actor)
  return no('システム管理者を決められるのは、システム管理者です。')
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
