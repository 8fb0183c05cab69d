import type { Selectable } from 'kysely'
import type { ReasonCodeRow } from '#db/schema'
import type { Ctx, Db } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
import { mayKeepOrganisation } from './policy'
import type { ReasonChange, ReasonUse } from './reason'

/*
 * A reason's words never change once it is there: a new wording is a new reason in the place of the old one. So what was
 * answered, refused or decided keeps the words of its day.
 */

export type Reason = Selectable<ReasonCodeRow>

/** Throws NotFound. */
export async function findReason(db: Db, reasonId: number): Promise<Reason> {
  const row = await db.selectFrom('reasonCodes').selectAll().where('id', '=', reasonId).executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** All of them, also the retired ones, in their order. */
export async function listAllReasons(db: Db): Promise<Reason[]> {
  return db.selectFrom('reasonCodes').selectAll().orderBy('position').orderBy('id').limit(1_000).execute()
}

/** At the end of those to choose from. Throws RuleBroken for words that are there already. */
export async function addReason(
  ctx: Ctx,
  { usedFor, label }: { usedFor: ReasonUse; label: string },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const current = await listCurrent(ctx.tx, usedFor)
  insistOnNew(current, label)
  const reasonId = await writeReason(ctx, { usedFor, label, position: afterLast(current) })
  tell(ctx, reasonId, 'added')
}

/** From now on with these words. Throws RuleBroken for one that is retired and for words that are there already. */
export async function renameReason(
  ctx: Ctx,
  { reasonId, label }: { reasonId: number; label: string },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const former = await findCurrent(ctx, reasonId)
  if (former.label === label) return
  insistOnNew(await listCurrent(ctx.tx, former.usedFor), label)
  await retire(ctx, reasonId)
  const { usedFor, position } = former
  tell(ctx, await writeReason(ctx, { usedFor, label, position }), 'renamed', reasonId)
}

/** One place up or down. Throws RuleBroken where there is none. */
export async function moveReason(
  ctx: Ctx,
  { reasonId, direction }: { reasonId: number; direction: 'up' | 'down' },
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const { usedFor } = await findCurrent(ctx, reasonId)
  const ids = (await listCurrent(ctx.tx, usedFor)).map(({ id }) => id)
  const from = ids.indexOf(reasonId)
  const to = direction === 'up' ? from - 1 : from + 1
  const other = ids[to]
  if (other === undefined) throw new RuleBroken('これより先へは動かせません')
  ids[to] = reasonId
  ids[from] = other
  for (const [position, id] of ids.entries()) {
    await ctx.tx.updateTable('reasonCodes').set({ position }).where('id', '=', id).execute()
  }
  tell(ctx, reasonId, 'moved')
}

/** Can no longer be chosen. Throws RuleBroken for the last one, since a reason must be given. */
export async function retireReason(ctx: Ctx, reasonId: number): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const { usedFor } = await findCurrent(ctx, reasonId)
  if ((await listCurrent(ctx.tx, usedFor)).length === 1) {
    throw new RuleBroken('最後の理由は廃止できません。先に、ほかの理由を加えてください')
  }
  await retire(ctx, reasonId)
  tell(ctx, reasonId, 'retired')
}

/** Can be chosen again, as the last one. Throws RuleBroken where its words are there already. */
export async function resumeReason(ctx: Ctx, reasonId: number): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const { usedFor, label, retiredAt } = await findReason(ctx.tx, reasonId)
  if (retiredAt === null) throw new RuleBroken('この理由は、もう選べるようになっています')
  const current = await listCurrent(ctx.tx, usedFor)
  insistOnNew(current, label)
  await ctx.tx
    .updateTable('reasonCodes')
    .set({ retiredAt: null, position: afterLast(current) })
    .where('id', '=', reasonId)
    .execute()
  tell(ctx, reasonId, 'resumed')
}

async function findCurrent(ctx: Ctx, reasonId: number): Promise<Reason> {
  const reason = await findReason(ctx.tx, reasonId)
  if (reason.retiredAt !== null) throw new RuleBroken('この理由は、廃止されています')
  return reason
}

async function listCurrent(db: Db, usedFor: ReasonUse): Promise<Reason[]> {
  return (await listAllReasons(db)).filter((row) => row.usedFor === usedFor && row.retiredAt === null)
}

/** Retiring leaves gaps, so it is not their number. */
function afterLast(current: readonly Reason[]): number {
  return (current.at(-1)?.position ?? -1) + 1
}

function insistOnNew(current: readonly Reason[], label: string): void {
  if (current.some((reason) => reason.label === label)) {
    throw new RuleBroken('同じ名前の理由が、もうあります', 'label')
  }
}

/** Its code is nothing but a key; those of the first list speak for themselves. */
async function writeReason(
  ctx: Ctx,
  reason: { usedFor: ReasonUse; label: string; position: number },
): Promise<number> {
  const { last } = await ctx.tx
    .selectFrom('reasonCodes')
    .select((eb) => eb.fn.coalesce(eb.fn.max('id'), eb.val(0)).as('last'))
    .executeTakeFirstOrThrow()
  const { id } = await ctx.tx
    .insertInto('reasonCodes')
    .values({ ...reason, code: `reason${Number(last) + 1}`, retiredAt: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function retire(ctx: Ctx, reasonId: number): Promise<void> {
  await ctx.tx.updateTable('reasonCodes').set({ retiredAt: ctx.now }).where('id', '=', reasonId).execute()
}

function tell(ctx: Ctx, reasonId: number, change: ReasonChange, formerId: number | null = null): void {
  ctx.happened({ kind: 'reasonCode.set', reasonId, change, formerId })
}
