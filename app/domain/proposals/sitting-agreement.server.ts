import type { Day } from '../calendar'
import { findItemSeenBy } from '../committees/agenda.server'
import { type Agreement, recordResolution, recordStep } from '../committees/resolutions.server'
import type { ItemOutcome } from '../committees/sitting'
import type { Ctx } from '../context'
import type { ProposalFacts } from './proposal'

/** 「異議なし」 */
export const withoutObjection: Agreement = { note: '', manner: 'consensus', votes: [], castingVote: null }

type OnAgenda = Pick<ProposalFacts, 'openItemId'>

/**
 * What a meeting decides about an item of its agenda stands in the record of that meeting, wherever it is written
 * down: with its quorum and its votes. Returns the day of the meeting. Throws NotFound for what is on no agenda.
 */
export async function agreeInSitting(
  ctx: Ctx,
  { openItemId }: OnAgenda,
  outcome: ItemOutcome,
  agreement: Agreement,
): Promise<Day> {
  const found = await findItemSeenBy(ctx.tx, ctx.actor, openItemId ?? 0)
  const note = agreement.note || found.item.note
  await recordResolution(ctx, found, outcome, { ...agreement, note })
  return found.sitting.heldOn
}

/** The same for what needs no quorum, and may be done between two meetings as well. */
export async function stepInSitting(
  ctx: Ctx,
  { openItemId }: OnAgenda,
  outcome: 'postponed' | 'askedAgain',
): Promise<void> {
  if (openItemId === null) return
  await recordStep(ctx, await findItemSeenBy(ctx.tx, ctx.actor, openItemId), outcome)
}
