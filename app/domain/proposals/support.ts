import { type Actor, mainAppointment } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import { isAuthor, type ProposalFacts } from './proposal'

/** 賛同する, いっしょにやる, 追記を送る. */
export const supportWays = ['agree', 'together', 'addition'] as const
export type SupportWay = (typeof supportWays)[number]

/** Whoever may read a proposal that was handed in may stand by it; its authors do so already. */
export function maySupport(actor: Actor, facts: Pick<ProposalFacts, 'authorIds' | 'submitted'>): Verdict {
  return all(
    mainAppointment(actor) ? yes : no('賛同や追記ができるのは、今日の時点で所属のある職員です。'),
    facts.submitted ? yes : no('この提案はまだ提出されていません。'),
    isAuthor(actor, facts) ? no('自分が提案者の提案です。') : yes,
  )
}
