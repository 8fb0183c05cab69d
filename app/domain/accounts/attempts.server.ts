import { sql } from 'kysely'
import { addDays, dayOf, type Instant, laterBy, startOf } from '../calendar'
import type { Db } from '../context'
import { hashOf } from './sessions.server'

/*
 * Attempts at a password are counted in the database, so that several processes count together and none forgets when
 * it starts again. The table holds hashes: what is typed into the wrong field may be a password.
 */

export interface Limit {
  readonly name: string
  /** So many in one window; the next is one too many. */
  readonly most: number
  readonly windowMs: number
  /** Begins with the first that is too many. Without it the window only has to end. */
  readonly pauseMs?: number
}

/**
 * Counts one more, before it is looked at: of many at the same moment no more than `most` are admitted. Returns until
 * when there is to wait, null for who is admitted.
 */
export async function countAttempt(db: Db, limit: Limit, of: string, now: Instant): Promise<Instant | null> {
  const { most, windowMs, pauseMs } = limit
  const windowEndsAt = laterBy(now, windowMs)
  // An end later than any that begins now was written before the clock was set back, and must keep nobody out.
  const latest = laterBy(now, Math.max(windowMs, pauseMs ?? 0))
  const isOver = sql`(${endsAt} <= ${now} or ${endsAt} > ${latest})`
  const pausing =
    pauseMs === undefined ? sql`` : sql`when ${count} = ${sql.lit(most)} then ${laterBy(now, pauseMs)}`
  const counted = await db
    .insertInto('attempts')
    .values({ keyHash: keyOf(limit, of), count: 1, endsAt: windowEndsAt })
    .onConflict((conflict) =>
      conflict.column('keyHash').doUpdateSet({
        count: sql`case when ${isOver} then 1 else ${count} + 1 end`,
        endsAt: sql`case when ${isOver} then ${windowEndsAt} ${pausing} else ${endsAt} end`,
      }),
    )
    .returning(['count', 'endsAt'])
    .executeTakeFirstOrThrow()
  return counted.count > most ? counted.endsAt : null
}

/** So much in one day of the calendar. */
export interface DailyLimit {
  readonly name: string
  readonly most: number
}

/**
 * Counts so much more for this day, or nothing where it would be too much. Returns how much would still have been
 * admitted, null for what is.
 */
export async function countOfDay(
  db: Db,
  { name, most }: DailyLimit,
  of: string,
  amount: number,
  now: Instant,
): Promise<number | null> {
  const keyHash = keyOf({ name }, of)
  const dayEndsAt = startOf(addDays(dayOf(now), 1))
  // As above, an end later than that of this day was written before the clock was set back.
  const isOver = sql`(${endsAt} <= ${now} or ${endsAt} > ${dayEndsAt})`
  const sum = sql<number>`case when ${isOver} then ${amount} else ${count} + ${amount} end`
  if (amount <= most) {
    const counted = await db
      .insertInto('attempts')
      .values({ keyHash, count: amount, endsAt: dayEndsAt })
      .onConflict((conflict) =>
        conflict
          .column('keyHash')
          .doUpdateSet({ count: sum, endsAt: dayEndsAt })
          .where(sql<boolean>`${sum} <= ${most}`),
      )
      .returning('count')
      .executeTakeFirst()
    if (counted) return null
  }
  const row = await db
    .selectFrom('attempts')
    .select('count')
    .where('keyHash', '=', keyHash)
    .where('endsAt', '=', dayEndsAt)
    .executeTakeFirst()
  return most - (row?.count ?? 0)
}

/** One that was counted and is to count no longer. */
export async function takeBackAttempt(db: Db, limit: Limit, of: string): Promise<void> {
  await db
    .updateTable('attempts')
    .set((attempt) => ({ count: attempt('count', '-', 1) }))
    .where('keyHash', '=', keyOf(limit, of))
    .where('count', '>', 0)
    .execute()
}

/** Begins anew. */
export async function forgetAttempts(db: Db, limit: Limit, of: string): Promise<void> {
  await db.deleteFrom('attempts').where('keyHash', '=', keyOf(limit, of)).execute()
}

export async function purgeAttempts(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('attempts').where('endsAt', '<=', now).execute()
}

const count = sql.ref<number>('attempts.count')
const endsAt = sql.ref<string>('attempts.endsAt')

function keyOf({ name }: Pick<Limit, 'name'>, of: string): string {
  return hashOf(JSON.stringify([name, of]))
}
