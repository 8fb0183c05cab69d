import type { Day } from '../calendar'
import { findItemSeenBy, findOpenItem } from '../committees/agenda.server'
import { type Agreement, recordResolution, recordStep } from '../committees/resolutions.server'
import type { ItemOutcome } from '../committees/sitting'
import type { Ctx } from '../context'

/** 「異議なし」 */
export const withoutObjection: Agreement = { note: '', manner: 'consensus', votes: [], castingVote: null }

/**
 * What a meeting decides about an item of its agenda stands in the record of that meeting, wherever it is written
 * down: with its quorum and its votes. Returns the day of the meeting; null for what is on no agenda that is open.
 */
export async function agreeInSitting(
  ctx: Ctx,
  proposalId: number,
  outcome: ItemOutcome,
  agreement: Agreement,
): Promise<Day | null> {
  const open = await findOpenItem(ctx.tx, proposalId)
  if (!open) return null
  const found = await findItemSeenBy(ctx.tx, ctx.actor, open.id)
  const note = agreement.note || found.item.note
  await recordResolution(ctx, found, outcome, { ...agreement, note })
  return found.sitting.heldOn
}

/** The same for what needs no quorum. */
export async function stepInSitting(
  ctx: Ctx,
  proposalId: number,
  outcome: 'postponed' | 'askedAgain',
): Promise<void> {
  const open = await findOpenItem(ctx.tx, proposalId)
  if (open) await recordStep(ctx, await findItemSeenBy(ctx.tx, ctx.actor, open.id), outcome)
}
