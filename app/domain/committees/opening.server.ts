import { createHash } from 'node:crypto'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { listRecusals } from '../evaluation/recusals.server'
import { summaryOf } from '../evaluation/score'
import { listAgendaItems } from './agenda.server'
import { mayOpenScores } from './policy'
import { findSittingSeenBy } from './sittings.server'

/**
 * Opens the scores of every item that is not open yet: what is there is counted, without the members who keep out, and
 * nothing comes in after it. A digest of all sheets goes into the log, which shows any later change.
 */
export async function openScores(ctx: Ctx, { sittingId }: { sittingId: number }): Promise<void> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(mayOpenScores(ctx.actor, sitting))
  const items = (await listAgendaItems(ctx.tx, sittingId)).filter(
    ({ scoresOpenedAt }) => scoresOpenedAt === null,
  )
  if (items.length === 0) throw new RuleBroken('採点はすべて開示しています。')

  const sheets = await listSheets(
    ctx,
    items.map(({ id }) => id),
  )
  const recusals = await listRecusals(ctx.tx, { sittingId, heldOn: sitting.heldOn })
  const keepsOut = new Set(recusals.map(({ agendaItemId, personId }) => `${agendaItemId} ${personId}`))
  for (const { id } of items) {
    const counted = sheets.filter(
      ({ agendaItemId, personId }) => agendaItemId === id && !keepsOut.has(`${id} ${personId}`),
    )
    const { scorers, mean, lowest, highest } = summaryOf(counted.map(({ pointsTenths }) => pointsTenths))
    await ctx.tx
      .updateTable('agendaItems')
      .set({
        scoresOpenedAt: ctx.now,
        ...{ scorers, meanTenths: mean, lowestTenths: lowest, highestTenths: highest },
      })
      .where('id', '=', id)
      .execute()
  }
  const digest = createHash('sha256').update(JSON.stringify(sheets)).digest('base64url')
  ctx.happened({ kind: 'sitting.scoresOpened', sittingId, sheets: sheets.length, digest })
}

async function listSheets(ctx: Ctx, agendaItemIds: readonly number[]) {
  return ctx.tx
    .selectFrom('scoreSheets')
    .select(['agendaItemId', 'personId', 'marks', 'pointsTenths'])
    .where('agendaItemId', 'in', agendaItemIds)
    .orderBy('agendaItemId')
    .orderBy('personId')
    .execute()
}
