import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { type DecisionText, missingInDecision, withoutOtherDecisions } from './committee'
import type { Agreement } from '../committees/resolutions.server'
import { agreeInSitting, withoutObjection } from './sitting-agreement.server'
import { putOnAgendaIfWaiting } from './committee-agenda.server'
import { decidingBody, mayDecide } from './committee-policy'
import { writeDecision } from './committee-record.server'
import { findFactsSeenBy } from './facts.server'
import { writeHold } from './holding.server'
import { move } from './move.server'
import type { ProposalFacts } from './proposal'

/**
 * What the committee decided, unpublished until the notice; what was still waiting for its turn is put on the agenda
 * of that day first. 「継続検討」 holds it for a recheck instead. Throws RuleBroken for what the decision still needs.
 */
export async function decideProposal(
  ctx: Ctx,
  { proposalId, ...text }: { proposalId: number } & DecisionText,
  agreement: Agreement = withoutObjection,
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayDecide(ctx.actor, facts))
  const outcome = text.decision === 'continued' ? 'held' : 'decided'
  const heldOn = (await agreeInSitting(ctx, proposalId, outcome, agreement)) ?? text.heldOn
  await putOnAgendaIfWaiting(ctx, facts, heldOn)
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
