import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayClose, mayWriteMinutes } from './policy'
import { findSittingSeenBy, updateSitting } from './sittings.server'

/** 議事録 in the clerk's own words, beside what the system knows of the meeting. Throws ChangedMeanwhile. */
export async function writeMinutes(
  ctx: Ctx,
  { sittingId, version, minutes }: { sittingId: number; version: number; minutes: string },
): Promise<void> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(mayWriteMinutes(ctx.actor, sitting))
  await updateSitting(ctx, sittingId, version, { minutes })
  ctx.happened({ kind: 'sitting.minutesWritten', sittingId })
}

/** Ends the meeting. Throws RuleBroken while an item still waits for its result. */
export async function closeSitting(ctx: Ctx, { sittingId }: { sittingId: number }): Promise<void> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(mayClose(ctx.actor, sitting))
  const open = await countOpenItems(ctx, sittingId)
  if (open > 0) {
    throw new RuleBroken(
      `結果を記録していない議題が${open}件あります。結果を記録するか、次回へ回してください。`,
    )
  }
  await updateSitting(ctx, sittingId, sitting.version, { closedAt: ctx.now })
  ctx.happened({ kind: 'sitting.closed', sittingId })
}

/** What was withdrawn meanwhile waits for nothing. */
async function countOpenItems(ctx: Ctx, sittingId: number): Promise<number> {
  const { open } = await ctx.tx
    .selectFrom('agendaItems')
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .leftJoin('resolutions', 'resolutions.agendaItemId', 'agendaItems.id')
    .leftJoin('withdrawals', 'withdrawals.proposalId', 'agendaItems.proposalId')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('agendaItems.sittingId', '=', sittingId)
    .where('resolutions.agendaItemId', 'is', null)
    .where('withdrawals.id', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}
