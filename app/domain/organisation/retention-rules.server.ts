import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { mayKeepRetention } from './policy'
import { type Retained, retained, usualYears } from './retention'

/** For how many years each kind is kept. */
export async function listRetentionRules(db: Db): Promise<{ what: Retained; years: number }[]> {
  const rows = await db.selectFrom('retentionRules').select(['what', 'years']).execute()
  return retained.map((what) => ({
    what,
    years: rows.find((row) => row.what === what)?.years ?? usualYears[what],
  }))
}

/** Says for how many years. Nothing goes by that alone. Throws NotPermitted for all but administrators. */
export async function setRetention(ctx: Ctx, wanted: Readonly<Record<Retained, number>>): Promise<void> {
  insist(mayKeepRetention(ctx.actor))
  for (const { what, years: before } of await listRetentionRules(ctx.tx)) {
    const years = wanted[what]
    if (years === before) continue
    const set = { years, setAt: ctx.now, setById: ctx.actor.personId || null }
    await ctx.tx
      .insertInto('retentionRules')
      .values({ what, ...set })
      .onConflict((conflict) => conflict.column('what').doUpdateSet(set))
      .execute()
    ctx.happened({ kind: 'retention.set', what, years })
  }
}
