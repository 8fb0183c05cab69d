import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Instant, laterBy } from '../calendar'
import type { Db } from '../context'
import { hashOf } from './sessions.server'

const longestBody = 256 * 1024
const mostForms = 5
/** Long enough for a holiday between the end of a session and the next time of signing in. */
const keptMs = 14 * 24 * 60 * 60 * 1000

/**
 * Keeps what a person was sending when the session had ended; null when it is too long. Returns the token that
 * gives it back, to this person and on this page only.
 */
export async function keepForm(
  db: Db,
  form: { personId: number; path: string; body: string; now: Instant },
): Promise<string | null> {
  const { personId, path, body, now } = form
  if (Buffer.byteLength(body) > longestBody) return null
  const token = randomBytes(25).toString('base64url')
  await db
    .insertInto('interruptedForms')
    .values({ tokenHash: hashOf(token), personId, path, body, createdAt: now })
    .execute()
  await db
    .deleteFrom('interruptedForms')
    .where('personId', '=', personId)
    .where('tokenHash', 'not in', (query) =>
      query
        .selectFrom('interruptedForms')
        .select('tokenHash')
        .where('personId', '=', personId)
        // Of two in the same millisecond the one just kept stays.
        .orderBy('createdAt', 'desc')
        .orderBy(sql`case when ${sql.ref('tokenHash')} = ${hashOf(token)} then 0 else 1 end`)
        .limit(mostForms),
    )
    .execute()
  return token
}

export async function findKeptForm(
  db: Db,
  token: string,
  personId: number,
  path: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('interruptedForms')
    .select('body')
    .where('tokenHash', '=', hashOf(token))
    .where('personId', '=', personId)
    .where('path', '=', path)
    .executeTakeFirst()
  return row?.body ?? null
}

export async function purgeForms(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('interruptedForms').where('createdAt', '<', laterBy(now, -keptMs)).execute()
}
