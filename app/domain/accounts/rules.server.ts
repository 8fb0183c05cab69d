import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { mayKeepAccounts } from './policy'

/** What holds where the city says nothing else. */
const usualDays = 90

/** After so many days without a sign-in an account is listed as unused: one that nobody uses, nobody misses when it is stolen. */
export async function findUnusedDays(db: Db, today: Day): Promise<number> {
  const row = await db
    .selectFrom('accountRules')
    .select('unusedDays')
    .where('validFrom', '<=', today)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.unusedDays ?? usualDays
}

/** From today on. */
export async function setUnusedDays(ctx: Ctx, { unusedDays }: { unusedDays: number }): Promise<void> {
  insist(mayKeepAccounts(ctx.actor))
  await ctx.tx
    .insertInto('accountRules')
    .values({ validFrom: ctx.today, unusedDays })
    .onConflict((conflict) => conflict.column('validFrom').doUpdateSet({ unusedDays }))
    .execute()
  ctx.happened({ kind: 'accountRule.set', unusedDays })
}
