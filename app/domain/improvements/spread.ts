import { type Actor, mainAppointment } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'

/** 横展開 of one department: やってみたい → 始めた → 実施した, or できなかった with the reason, which is knowledge too. */
export const spreadStates = ['wanted', 'started', 'done', 'couldNot', 'cancelled'] as const
export type SpreadState = (typeof spreadStates)[number]

/** What a department says itself; 実施した follows from its own report, when that is confirmed. */
export const saidStates = ['wanted', 'started', 'couldNot'] as const
export type SaidState = (typeof saidStates)[number]

/** What may follow what; `null` is the beginning. */
const followers: Readonly<Record<SpreadState, readonly SpreadState[]>> = {
  wanted: ['wanted', 'started', 'done', 'couldNot', 'cancelled'],
  started: ['wanted', 'started', 'done', 'couldNot', 'cancelled'],
  done: [],
  couldNot: ['wanted', 'started', 'done', 'couldNot'],
  cancelled: ['wanted', 'started', 'done', 'couldNot'],
}

export function mayBecome(from: SpreadState | null, to: SpreadState): boolean {
  return from === null ? to !== 'cancelled' : followers[from].includes(to)
}

/** An improvement is copied by other departments than the one that made it. */
export function maySpread(actor: Actor, improvement: { readonly departmentId: number }): Verdict {
  const main = mainAppointment(actor)
  return all(
    main ? yes : no('「うちの課でもやる」は、今日の時点で所属のある職員が記録できます。'),
    main?.departmentId === improvement.departmentId ? no('自分の課の改善です。') : yes,
  )
}
