import { firstDayOf } from '../calendar'
import type { Ctx } from '../context'
import type { Logged } from '../events/event'
import { findReorganisation } from './lookup.server'
import { placeAll } from './projects.server'

/**
 * Reaction: 事務事業 that are carried over into a year whose departments a scheduled reorganisation has changed go to the
 * new ones at once, and come back when it is taken back.
 */
export async function placeCarriedOver(ctx: Ctx, event: Logged): Promise<void> {
  if (event.kind !== 'projects.carriedOver') return
  const plans = await ctx.tx
    .selectFrom('reorganisations')
    .select('id')
    .where('scheduledAt', 'is not', null)
    .where('cancelledAt', 'is', null)
    .where('effectiveOn', '>', firstDayOf(event.fiscalYear - 1))
    .where('effectiveOn', '<=', firstDayOf(event.fiscalYear))
    .orderBy('effectiveOn')
    .orderBy('id')
    .execute()
  for (const { id } of plans) {
    const projects = await placeAll(ctx, await findReorganisation(ctx.tx, id))
    if (projects > 0) ctx.happened({ kind: 'reorganisation.projectsPlaced', reorganisationId: id, projects })
  }
}
