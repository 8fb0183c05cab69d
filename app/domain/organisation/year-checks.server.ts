import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { mayChangeYear } from './policy'
import type { YearCheck } from './year-check'
import { findKeptYear } from './year-settings.server'

/** What was looked through for a year, by whom and when. */
export function selectYearChecks(db: Db, fiscalYear: number) {
  return db
    .selectFrom('yearChecks')
    .leftJoin('people', 'people.id', 'yearChecks.checkedById')
    .select(['yearChecks.item', 'yearChecks.checkedAt', 'people.name as by'])
    .where('fiscalYear', '=', fiscalYear)
}

/** 確認した. Doing it twice changes nothing. Throws NotPermitted for a closed year. */
export async function checkOff(
  ctx: Ctx,
  { fiscalYear, item }: { fiscalYear: number; item: YearCheck },
): Promise<void> {
  insist(mayChangeYear(ctx.actor, await findKeptYear(ctx.tx, fiscalYear)))
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('yearChecks')
    .values({ fiscalYear, item, checkedAt: ctx.now, checkedById: ctx.actor.personId || null })
    .onConflict((conflict) => conflict.columns(['fiscalYear', 'item']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows) ctx.happened({ kind: 'yearCheck.made', fiscalYear, item })
}

/** Takes it back, for it has to be looked through again. */
export async function takeBackCheck(
  ctx: Ctx,
  { fiscalYear, item }: { fiscalYear: number; item: YearCheck },
): Promise<void> {
  insist(mayChangeYear(ctx.actor, await findKeptYear(ctx.tx, fiscalYear)))
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('yearChecks')
    .where('fiscalYear', '=', fiscalYear)
    .where('item', '=', item)
    .executeTakeFirst()
  if (numDeletedRows > 0n) ctx.happened({ kind: 'yearCheck.takenBack', fiscalYear, item })
}
