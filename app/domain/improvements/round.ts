import { type Day, isWorkingDay } from '../calendar'
import { type Actor, heads, onBehalfOf, recordsFor } from '../organisation/actor'
import type { ImplementationStatus } from '../proposals/decision'
import { all, no, type Verdict, yes } from '../verdict'

/* 「うちの課では？」: the committee asks the sections of an improvement whether it would do for them, too. */

/** 採り入れる, 実施済, 該当なし. */
export const roundAnswers = ['adopt', 'done', 'notApplicable'] as const
export type RoundAnswer = (typeof roundAnswers)[number]

export const roundLimits = {
  /** Characters. */
  word: 400,
  reason: 400,
  /** Of one page: what a head answers at once. */
  rows: 50,
  /** Days that a round may run: sections forget what is due in a year. */
  days: 183,
} as const

/** Whoever records for the committee, and the secretariat. */
export function mayKeepRounds(actor: Actor): Verdict {
  return recordsFor(actor, 'improvementCommittee')
    ? yes
    : no('「うちの課では？」を各課に尋ねられるのは、事務改善委員会の委員長・副委員長・書記と事務局です。')
}

/** What was not carried out anywhere yet is nothing to copy. */
export function mayOpenRound(actor: Actor, { state }: { readonly state: ImplementationStatus }): Verdict {
  return all(
    mayKeepRounds(actor),
    state === 'implemented' || state === 'verified'
      ? yes
      : no('各課に尋ねられるのは、実施された改善です。この改善は、まだ実施されていません。'),
  )
}

/** Who may answer for a section: its head and delegate, or those of what came out of it. */
export function mayAnswerRound(
  actor: Actor,
  {
    departmentIds,
    closedAt,
  }: { readonly departmentIds: readonly number[]; readonly closedAt: string | null },
): Verdict {
  return all(
    departmentIds.some((id) => heads(actor, id)) ? yes : no('回答できるのは、その課の所属長と代理の人です。'),
    closedAt === null ? yes : no('この照会は締め切られました。'),
  )
}

/** The head for whom a delegate answers. */
export function answersRoundFor(actor: Actor, departmentIds: readonly number[]): number | null {
  return onBehalfOf(actor, departmentIds, 'head')
}

/** What is wrong with a due day, in a sentence; null for a day on which the city hall is open, within half a year. */
export function faultOfDueDay(dueOn: Day, today: Day, latest: Day): string | null {
  if (dueOn <= today) return '回答の期限は、明日からの日を入力してください'
  if (dueOn > latest) return `回答の期限は、${roundLimits.days}日以内の日を入力してください`
  return isWorkingDay(dueOn) ? null : '回答の期限は、開庁日を入力してください'
}
