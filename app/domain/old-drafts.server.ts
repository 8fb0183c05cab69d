import { type Day, startOf } from './calendar'
import type { Ctx, Db } from './context'
import { isSystem } from './organisation/actor'

/** The two kinds of matter that begin as a draft, by their tables. */
type Drafts = 'proposals' | 'practices'

/** What was once handed in is never a draft again; that it never was is asked all the same. */
const handedInAt = { proposals: 'submittedAt', practices: 'reportedAt' } as const

/** Drafts last saved before that day of which the authors were not told yet, the oldest first. */
export async function listForgotten(
  db: Db,
  drafts: Drafts,
  savedBefore: Day,
  { limit }: { limit: number },
): Promise<number[]> {
  const rows = await selectForgotten(db, drafts, savedBefore)
    .select('id')
    .orderBy('updatedAt')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Drafts whose day has come, and that nobody kept. */
export async function listExpired(
  db: Db,
  drafts: Drafts,
  today: Day,
  { limit }: { limit: number },
): Promise<number[]> {
  const rows = await selectExpired(db, drafts, today).select('id').orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** Whether its authors are still to be told: one of them may have saved it meanwhile. Asked by the clock alone. */
export async function isStillForgotten(
  ctx: Ctx,
  drafts: Drafts,
  id: number,
  savedBefore: Day,
): Promise<boolean> {
  if (!isSystem(ctx.actor)) throw new Error('Only the clock warns of drafts')
  const found = await selectForgotten(ctx.tx, drafts, savedBefore)
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

/** Whether it is still to go: one of its authors may have kept it meanwhile. Asked by the clock alone. */
export async function isStillExpired(ctx: Ctx, drafts: Drafts, id: number): Promise<boolean> {
  if (!isSystem(ctx.actor)) throw new Error('Only the clock lets drafts expire')
  const found = await selectExpired(ctx.tx, drafts, ctx.today)
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

function selectForgotten(db: Db, drafts: Drafts, savedBefore: Day) {
  return selectDrafts(db, drafts).where('expiresOn', 'is', null).where('updatedAt', '<', startOf(savedBefore))
}

function selectExpired(db: Db, drafts: Drafts, today: Day) {
  return selectDrafts(db, drafts).where('expiresOn', '<=', today)
}

function selectDrafts(db: Db, drafts: Drafts) {
  return db.selectFrom(drafts).where('stage', '=', 'draft').where(handedInAt[drafts], 'is', null)
}
