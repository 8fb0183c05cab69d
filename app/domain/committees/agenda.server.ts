import type { Ctx, Db } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import type { Actor } from '../organisation/actor'
import { mayChangeAgenda } from './policy'
import type { SittingFacts } from './sitting'
import { findSittingSeenBy, sittingColumns, sittingSeenBy } from './sittings.server'

/** More than a body can deal with in a day; also what one page and one print hold. */
export const maximumItems = 60

export interface AgendaItem {
  readonly id: number
  readonly sittingId: number
  readonly proposalId: number
  readonly position: number
  readonly note: string
  readonly scoresOpenedAt: string | null
  readonly resolvedAt: string | null
}

/** The items of a sitting in their order. */
export async function listAgendaItems(db: Db, sittingId: number): Promise<AgendaItem[]> {
  return selectItems(db)
    .where('agendaItems.sittingId', '=', sittingId)
    .orderBy('agendaItems.position')
    .orderBy('agendaItems.id')
    .limit(maximumItems)
    .execute()
}

/** One item with its sitting. Throws NotFound for whoever does not sit on the body. One statement. */
export async function findItemSeenBy(
  db: Db,
  actor: Actor,
  agendaItemId: number,
): Promise<{ item: AgendaItem; sitting: SittingFacts }> {
  const row = await selectItems(db)
    .innerJoin('sittings', 'sittings.id', 'agendaItems.sittingId')
    .select(sittingColumns)
    .where('agendaItems.id', '=', agendaItemId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { id, proposalId, position, note, scoresOpenedAt, resolvedAt, sittingId, ...sitting } = row
  return {
    item: { id, sittingId, proposalId, position, note, scoresOpenedAt, resolvedAt },
    sitting: sittingSeenBy(actor, { id: sittingId, ...sitting }),
  }
}

/** Items that wait to be dealt with, on agendas of sittings that are not over: of one proposal at most one. */
export function openItems(db: Db) {
  return db
    .selectFrom('agendaItems')
    .innerJoin('sittings', 'sittings.id', 'agendaItems.sittingId')
    .leftJoin('resolutions', 'resolutions.agendaItemId', 'agendaItems.id')
    .where('sittings.closedAt', 'is', null)
    .where('resolutions.agendaItemId', 'is', null)
}

/** At the end of the agenda; stage and right are the caller's to see to. */
export async function appendItem(ctx: Ctx, sittingId: number, proposalId: number): Promise<number> {
  const { items, last, same } = await ctx.tx
    .selectFrom('agendaItems')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('items'),
      fn.max<number | null>('position').as('last'),
      fn.count<number>(eb.case().when('proposalId', '=', proposalId).then(1).end()).as('same'),
    ])
    .where('sittingId', '=', sittingId)
    .executeTakeFirstOrThrow()
  if (same > 0) throw new RuleBroken('すでにこの会議の議題になった提案が含まれています。選び直してください。')
  if (items >= maximumItems) throw new RuleBroken(`1回の会議の議題は${maximumItems}件までです。`)
  const { id } = await ctx.tx
    .insertInto('agendaItems')
    .values({
      ...{ sittingId, proposalId, position: (last ?? 0) + 1 },
      ...{ addedAt: ctx.now, addedById: ctx.actor.personId, note: '', scoresOpenedAt: null },
      ...{ scorers: null, meanTenths: null, lowestTenths: null, highestTenths: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Items in the order of their new numbers; equal numbers keep their order. Numbers run from 1 afterwards. */
export async function reorderAgenda(
  ctx: Ctx,
  { sittingId, positions }: { sittingId: number; positions: ReadonlyMap<number, number> },
): Promise<void> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(mayChangeAgenda(ctx.actor, sitting))
  const items = await listAgendaItems(ctx.tx, sittingId)
  const wanted = items
    .map((item, place) => ({ item, number: positions.get(item.id) ?? item.position, place }))
    .toSorted((one, other) => one.number - other.number || one.place - other.place)
  for (const [index, { item }] of wanted.entries()) {
    if (item.position === index + 1) continue
    await ctx.tx
      .updateTable('agendaItems')
      .set({ position: index + 1 })
      .where('id', '=', item.id)
      .execute()
  }
  ctx.happened({ kind: 'sitting.reordered', sittingId })
}

/** What was said about an item, for the minutes. */
export async function writeNote(ctx: Ctx, agendaItemId: number, note: string): Promise<void> {
  await ctx.tx.updateTable('agendaItems').set({ note }).where('id', '=', agendaItemId).execute()
}

function selectItems(db: Db) {
  return db
    .selectFrom('agendaItems')
    .leftJoin('resolutions', 'resolutions.agendaItemId', 'agendaItems.id')
    .select([
      'agendaItems.id',
      'agendaItems.sittingId',
      'agendaItems.proposalId',
      'agendaItems.position',
      'agendaItems.note',
      'agendaItems.scoresOpenedAt',
      'resolutions.resolvedAt',
    ])
}
