import type { Ctx, Db } from '../context'
import { NotFound, RuleBroken } from '../errors'

export interface SavedSearch {
  readonly id: number
  readonly name: string
  readonly query: string
}

export const mostSaved = 30

/**
 * Keeps a filter of the library under a name of the person's own; an earlier one of that name is replaced. Private, and
 * so no event. Throws RuleBroken at the thirty-first.
 */
export async function saveSearch(
  ctx: Ctx,
  { name, query }: { name: string; query: string },
): Promise<number> {
  const { personId } = ctx.actor
  const own = await listSavedSearches(ctx.tx, personId)
  const isNew = own.every((saved) => saved.name !== name)
  if (isNew && own.length >= mostSaved) {
    throw new RuleBroken(`保存できる検索は${mostSaved}件までです。使わないものを消してください。`, 'name')
  }
  const { id } = await ctx.tx
    .insertInto('savedSearches')
    .values({ personId, name, query, savedAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['personId', 'name']).doUpdateSet({ query, savedAt: ctx.now }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Throws NotFound for anybody else's. */
export async function removeSavedSearch(ctx: Ctx, savedSearchId: number): Promise<void> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('savedSearches')
    .where('id', '=', savedSearchId)
    .where('personId', '=', ctx.actor.personId)
    .executeTakeFirst()
  if (Number(numDeletedRows) === 0) throw new NotFound()
}

/** A person's own, by name. */
export async function listSavedSearches(db: Db, personId: number): Promise<SavedSearch[]> {
  return db
    .selectFrom('savedSearches')
    .select(['id', 'name', 'query'])
    .where('personId', '=', personId)
    .orderBy('name')
    .limit(mostSaved)
    .execute()
}
