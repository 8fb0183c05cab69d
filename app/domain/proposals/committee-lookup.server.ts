import type { Db } from '../context'
import type { Actor } from '../organisation/actor'
import type { ReferralView } from './committee-view'
import { knowsDecisions } from './proposal'

/** Matters put before 政策会議, the latest first; for those who prepare decisions alone. */
export async function listReferralsSeenBy(db: Db, actor: Actor, proposalId: number): Promise<ReferralView[]> {
  if (!knowsDecisions(actor)) return []
  return db
    .selectFrom('referrals')
    .select(['kind', 'subject', 'summary', 'requestedDecision', 'heldOn', 'outcome', 'outcomeOn'])
    .where('proposalId', '=', proposalId)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}
