import type { Actor } from '../organisation/actor'
import { all, no, type Verdict, yes } from '../verdict'
import { mayFollow } from './lifecycle'
import type { ProposalFacts } from './proposal'

export function mayWriteHoldNote(actor: Actor, { stage, helperIds }: ProposalFacts): Verdict {
  return all(
    mayFollow('comeBack', stage) ? yes : no('進み具合を書けるのは、育てている間（継続検討の間）です。'),
    helperIds.includes(actor.personId) ? yes : no('進み具合を書けるのは、伴走する人です。'),
  )
}
