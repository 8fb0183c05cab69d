import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { type DecisionText, missingInDecision, withoutOtherDecisions } from './committee'
import type { Agreement } from '../committees/resolutions.server'
import { agreeInSitting, withoutObjection } from './sitting-agreement.server'
import { decidingBody, mayDecide } from './committee-policy'
import { writeDecision } from './committee-record.server'
import { findFactsSeenBy } from './facts.server'
import { writeHold } from './holding.server'
import { move } from './move.server'
import type { ProposalFacts } from './proposal'

/**
 * What the committee decided in its meeting, unpublished until the notice. 「継続検討」 holds it for a recheck instead.
 * Throws NotPermitted for what is on no agenda; RuleBroken without a quorum, and for what the decision still needs.
 */
export async function decideProposal(
  ctx: Ctx,
  { proposalId, ...text }: { proposalId: number } & Omit<DecisionText, 'heldOn'>,
  agreement: Agreement = withoutObjection,
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayDecide(ctx.actor, facts))
  const outcome = text.decision === 'continued' ? 'held' : 'decided'
  const heldOn = await agreeInSitting(ctx, facts, outcome, agreement)
  await settle(ctx, facts, { ...text, heldOn })
}

/** Decision or hold, by the body whose turn it is; the right to it is the caller's to see to. */
export async function settle(ctx: Ctx, facts: ProposalFacts, typed: DecisionText): Promise<void> {
  const text = withoutOtherDecisions(typed)
  const [missing] = missingInDecision(text, ctx.today)
  if (missing) throw new RuleBroken(missing.message, missing.field)
  if (text.decision === 'continued') return writeHold(ctx, facts, text)

  await move(ctx, facts.id, 'decide')
  await writeDecision(ctx, facts.id, decidingBody(facts), text)
}
