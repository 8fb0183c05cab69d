import type { Db } from '../context'
import type { Actor } from '../organisation/actor'
import type { HoldView, ReferralView } from './committee-view'
import { lifecycle } from './lifecycle'
import { knowsDecisions } from './proposal'

/** Until when it is being nurtured and by whom; null when it is not on hold. */
export async function findOpenHold(db: Db, proposalId: number): Promise<HoldView | null> {
  const row = await db
    .selectFrom('holds')
    .innerJoin('proposals', 'proposals.id', 'holds.proposalId')
    .innerJoin('people', 'people.id', 'holds.helperId')
    .select(['holds.reason', 'people.name as helperName', 'holds.heldOn', 'holds.recheckOn'])
    .where('holds.proposalId', '=', proposalId)
    .where('holds.cameBackAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.comeBack.from)
    .executeTakeFirst()
  return row ?? null
}

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
