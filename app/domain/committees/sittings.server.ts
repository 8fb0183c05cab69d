import { type Day, fiscalYearOf } from '../calendar'
import type { Ctx, Db } from '../context'
import { ChangedMeanwhile, insist, NotFound, RuleBroken } from '../errors'
import { findFiscalYear } from '../organisation/fiscal-years.server'
import type { Actor } from '../organisation/actor'
import { worded } from '../worded.server'
import { mayChangeSitting, mayPrepare, maySeeSittings, seesSittingsOf } from './policy'
import { type SittingBody, sittingBodies, type SittingFacts } from './sitting'

export interface SittingPlan {
  readonly heldOn: Day
  readonly startsAt: string
  readonly place: string
}

/** Plans the next sitting of a body; numbers run within the fiscal year of its day. */
export async function planSitting(
  ctx: Ctx,
  { body, ...plan }: SittingPlan & { body: SittingBody },
): Promise<{ sittingId: number }> {
  insist(mayPrepare(ctx.actor, body))
  const { fiscalYear } = await findFiscalYear(ctx.tx, fiscalYearOf(plan.heldOn))
  const { last } = await ctx.tx
    .selectFrom('sittings')
    .select(({ fn }) => fn.max<number | null>('number').as('last'))
    .where('body', '=', body)
    .where('fiscalYear', '=', fiscalYear)
    .executeTakeFirstOrThrow()
  const { id: sittingId } = await ctx.tx
    .insertInto('sittings')
    .values({
      ...{ body, fiscalYear, number: (last ?? 0) + 1, ...plan },
      ...{ plannedAt: ctx.now, plannedById: ctx.actor.personId, minutes: '', version: 1 },
      ...{ papersSentAt: null, begunAt: null, closedAt: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'sitting.planned', sittingId, heldOn: plan.heldOn })
  return { sittingId }
}

/** Another day of the same fiscal year, another place. Throws ChangedMeanwhile when somebody else saved first. */
export async function changeSitting(
  ctx: Ctx,
  { sittingId, version, ...plan }: SittingPlan & { sittingId: number; version: number },
): Promise<void> {
  const sitting = await findSittingSeenBy(ctx.tx, ctx.actor, sittingId)
  insist(mayChangeSitting(ctx.actor, sitting))
  if (fiscalYearOf(plan.heldOn) !== sitting.fiscalYear) {
    throw new RuleBroken(
      '会議の日は同じ年度の日にしてください。年度が変わるときは、別の会議を予定します',
      'heldOn',
    )
  }
  if (sitting.begunAt !== null && plan.heldOn > ctx.today) {
    throw new RuleBroken('始めた会議の日は、今日までの日を入力してください', 'heldOn')
  }
  await updateSitting(ctx, sittingId, version, plan)
  ctx.happened({ kind: 'sitting.changed', sittingId, heldOn: plan.heldOn })
}

/** Throws NotFound for whoever does not sit on the body. */
export async function findSittingSeenBy(db: Db, actor: Actor, sittingId: number): Promise<SittingFacts> {
  const [sitting] = await selectSitting(db, { sittingId })
  return sittingSeenBy(actor, sitting)
}

const selectSitting = worded((db, { sittingId }: { sittingId: number }) =>
  selectSittings(db).where('id', '=', sittingId),
)

/** The sitting on whose agenda an item stands. Throws NotFound like the others. */
export async function findSittingOfItemSeenBy(
  db: Db,
  actor: Actor,
  agendaItemId: number,
): Promise<SittingFacts> {
  const [sitting] = await selectSittingOfItem(db, { agendaItemId })
  return sittingSeenBy(actor, sitting)
}

const selectSittingOfItem = worded((db, { agendaItemId }: { agendaItemId: number }) =>
  selectSittings(db).where('id', '=', (eb) =>
    eb.selectFrom('agendaItems').select('agendaItems.sittingId').where('agendaItems.id', '=', agendaItemId),
  ),
)

/** Throws NotFound for whoever does not sit on the body, as for a sitting that is not there. */
export function sittingSeenBy(actor: Actor, sitting: SittingFacts | undefined): SittingFacts {
  if (!sitting || !seesSittingsOf(actor, sitting.body)) throw new NotFound()
  return sitting
}

const listed = 100

/** The sittings of this person's bodies, the latest day first. Throws NotPermitted for whoever sits on none. */
export async function listSittings(
  db: Db,
  actor: Actor,
): Promise<(SittingFacts & { items: number; unresolved: number; unnotified: number })[]> {
  insist(maySeeSittings(actor))
  return selectSittings(db)
    .select((eb) => [
      eb
        .selectFrom('agendaItems')
        .select(({ fn }) => fn.countAll<number>().as('items'))
        .whereRef('agendaItems.sittingId', '=', 'sittings.id')
        .$asScalar()
        .$notNull()
        .as('items'),
      eb
        .selectFrom('agendaItems')
        .leftJoin('resolutions', 'resolutions.agendaItemId', 'agendaItems.id')
        .select(({ fn }) => fn.countAll<number>().as('unresolved'))
        .whereRef('agendaItems.sittingId', '=', 'sittings.id')
        .where('resolutions.agendaItemId', 'is', null)
        .$asScalar()
        .$notNull()
        .as('unresolved'),
      eb
        .selectFrom('agendaItems')
        .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
        .select(({ fn }) => fn.countAll<number>().as('unnotified'))
        .whereRef('agendaItems.sittingId', '=', 'sittings.id')
        .where('proposals.decisionId', 'is not', null)
        .where('proposals.notifiedAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('unnotified'),
    ])
    .where(
      'body',
      'in',
      sittingBodies.filter((body) => seesSittingsOf(actor, body)),
    )
    .orderBy('heldOn', 'desc')
    .orderBy('id', 'desc')
    .limit(listed)
    .execute()
}

/** The sittings of a body that are not over, the next one first. */
export async function listOpenSittings(db: Db, body: SittingBody): Promise<SittingFacts[]> {
  return selectSittings(db)
    .where('body', '=', body)
    .where('closedAt', 'is', null)
    .orderBy('heldOn')
    .orderBy('id')
    .limit(listed)
    .execute()
}

/** The one writer of a sitting's row: refuses when it has moved on since `version` was shown. */
export async function updateSitting(
  ctx: Ctx,
  sittingId: number,
  version: number,
  change: Partial<Omit<SittingFacts, 'id' | 'version' | 'body'>>,
): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('sittings')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', sittingId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  const theirs = await selectSittings(ctx.tx).where('id', '=', sittingId).executeTakeFirstOrThrow()
  throw new ChangedMeanwhile({
    ...{ at: ctx.now, by: 'ほかの人' },
    theirs: {
      ...{ heldOn: theirs.heldOn, startsAt: theirs.startsAt, place: theirs.place, minutes: theirs.minutes },
      version: String(theirs.version),
    },
  })
}

/** All of a sitting but its key, which an item of its agenda has as well. */
export const sittingColumns = [
  ...(['sittings.body', 'sittings.fiscalYear', 'sittings.number', 'sittings.heldOn'] as const),
  ...(['sittings.startsAt', 'sittings.place', 'sittings.papersSentAt', 'sittings.begunAt'] as const),
  ...(['sittings.closedAt', 'sittings.minutes', 'sittings.version'] as const),
] as const

function selectSittings(db: Db) {
  return db.selectFrom('sittings').select(['sittings.id', ...sittingColumns])
}
