import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import type { Agreement } from '../committees/resolutions.server'
import type { DecisionText } from './committee'
import { settle } from './committee-decision.server'
import { mayRecordOutcome, mayReferToCouncil } from './committee-policy'
import { findFactsSeenBy } from './facts.server'
import { move } from './move.server'
import { agreeInSitting, withoutObjection } from './sitting-agreement.server'

/** What is put before 政策会議: a motion 「発議」 asks for a decision, a report 「報告」 does not. */
export interface ReferralText {
  kind: 'motion' | 'report'
  subject: string
  summary: string
  requestedDecision: string
}

/** The committee refers it in its meeting. Throws RuleBroken when a motion does not say what is to be decided. */
export async function referToCouncil(
  ctx: Ctx,
  { proposalId, ...text }: { proposalId: number } & ReferralText,
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayReferToCouncil(ctx.actor, facts))
  if (text.kind === 'motion' && text.requestedDecision === '') {
    throw new RuleBroken('発議では、求める決定を入力してください', 'requestedDecision')
  }

  const heldOn = await agreeInSitting(ctx, facts, 'referred', withoutObjection)
  await move(ctx, proposalId, 'referToCouncil')
  const { id } = await ctx.tx
    .insertInto('referrals')
    .values({
      ...text,
      heldOn,
      proposalId,
      referredAt: ctx.now,
      referredById: ctx.actor.personId,
      outcome: null,
      outcomeOn: null,
      closedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'proposal.referred', proposalId, referralId: id, heldOn })
}

export interface CouncilOutcome {
  outcome: string
  /** What the council itself decided; null when the matter goes back to the committee. */
  decision: Omit<DecisionText, 'heldOn'> | null
}

/** What came of it in the council's meeting, in its own words, recorded by its clerk, and what follows from it. */
export async function recordCouncilOutcome(
  ctx: Ctx,
  { proposalId, outcome, decision }: { proposalId: number } & CouncilOutcome,
  agreement: Agreement = withoutObjection,
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayRecordOutcome(ctx.actor, facts))
  const result = decision === null ? 'returned' : decision.decision === 'continued' ? 'held' : 'decided'
  const outcomeOn = await agreeInSitting(ctx, facts, result, agreement)
  const referralId = await closeReferral(ctx, proposalId, outcome, outcomeOn)
  if (decision) return settle(ctx, facts, { ...decision, heldOn: outcomeOn })
  await move(ctx, proposalId, 'returnFromCouncil')
  ctx.happened({ kind: 'proposal.returnedFromCouncil', proposalId, referralId })
}

async function closeReferral(ctx: Ctx, proposalId: number, outcome: string, outcomeOn: Day): Promise<number> {
  const { id } = await ctx.tx
    .updateTable('referrals')
    .set({ outcome, outcomeOn, closedAt: ctx.now })
    .where('proposalId', '=', proposalId)
    .where('closedAt', 'is', null)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
