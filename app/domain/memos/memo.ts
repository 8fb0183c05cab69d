import { type Actor, mainAppointment } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'

/** With whom a 気づきメモ is shared to look for companions. */
export const sharings = ['nobody', 'department', 'staff'] as const
export type Sharing = (typeof sharings)[number]

export const memoLimits = {
  /** Characters: one line. */
  text: 100,
  /** Of one person, those that were removed not counted. */
  memos: 200,
  /** For so many days what was removed can be brought back. */
  keptDays: 30,
} as const

/** What every permission question about a memo looks at. Holds no text. */
export interface MemoFacts {
  readonly id: number
  readonly personId: number
  readonly sharing: Sharing
  readonly companionIds: readonly number[]
  /** The report or proposal that it became. */
  readonly grown: boolean
}

/** Whose memo it is; what has become a report or a proposal stays as it was then. */
export function mayChange(actor: Actor, memo: MemoFacts): Verdict {
  return all(
    own(actor, memo, '気づきメモを直せるのは、書いた人です。'),
    memo.grown ? no('このメモは報告や提案になりました。続きはそちらに書いてください。') : yes,
  )
}

export function mayRemove(actor: Actor, memo: MemoFacts): Verdict {
  return own(actor, memo, '気づきメモを消せるのは、書いた人です。')
}

export function mayShare(actor: Actor, memo: MemoFacts): Verdict {
  return all(
    own(actor, memo, '共有のしかたを決められるのは、書いた人です。'),
    memo.grown ? no('このメモは報告や提案になったので、共有を終えています。') : yes,
    mainAppointment(actor) ? yes : no('共有できるのは、今日の時点で所属のある職員です。'),
  )
}

export function mayGrow(actor: Actor, memo: MemoFacts): Verdict {
  return all(
    own(actor, memo, '報告や提案にできるのは、書いた人です。'),
    memo.grown ? no('このメモは、もう報告か提案になっています。') : yes,
  )
}

/** 「いっしょに考える」 */
export function mayJoin(actor: Actor, memo: MemoFacts): Verdict {
  return all(
    memo.personId === actor.personId ? no('自分のメモです。') : yes,
    memo.companionIds.includes(actor.personId) ? no('もう加わっています。') : yes,
    memo.sharing === 'nobody' ? no('このメモは、今は仲間をさがしていません。') : yes,
    mainAppointment(actor) ? yes : no('加われるのは、今日の時点で所属のある職員です。'),
  )
}

export function mayLeave(actor: Actor, memo: MemoFacts): Verdict {
  return memo.companionIds.includes(actor.personId) ? yes : no('このメモには加わっていません。')
}

function own(actor: Actor, { personId }: MemoFacts, reason: string): Verdict {
  return actor.personId === personId ? yes : no(reason)
}
