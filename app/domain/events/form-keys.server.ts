import { type Instant, laterBy } from '../calendar'
import type { Ctx, Db } from '../context'

/** Longer than a form is left open and sent a second time; what comes later is taken for a new one. */
const keptMs = 30 * 24 * 60 * 60 * 1000

/** What the form with this one-time key has led to, as JSON; null for one that was not sent before. */
export async function findOutcome(db: Db, personId: number, key: string): Promise<string | null> {
  const row = await db
    .selectFrom('formKeys')
    .select('outcome')
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.outcome ?? null
}

export async function rememberOutcome(ctx: Ctx, key: string, outcome: unknown): Promise<void> {
  await ctx.tx
    .insertInto('formKeys')
    .values({
      personId: ctx.actor.personId,
      key,
      outcome: JSON.stringify(outcome ?? null),
      createdAt: ctx.now,
    })
    .execute()
}

/** Forgets the forms that were sent more than thirty days ago. */
export async function purgeFormKeys(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('formKeys').where('createdAt', '<', laterBy(now, -keptMs)).execute()
}
