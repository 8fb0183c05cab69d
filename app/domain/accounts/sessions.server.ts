import { createHash } from 'node:crypto'
import { type Day, dayOf, type Instant, laterBy } from '../calendar'
import type { Db } from '../context'
import { worded } from '../worded.server'
import { endOf, mostSessions, recognisedMs } from './session'
import type { SignInWay } from './sign-in-way'

/*
 * Sessions are no commands: they begin, move on and end outside of `transact` and leave no line in the log. The
 * table holds hashes of the tokens, so that whoever reads the database cannot sign in with what is there.
 */

export interface FoundSession {
  readonly personId: number
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly endsAt: Instant
  readonly way: SignInWay
  /** It began with the initial password 「初期パスワード」, which the account still has. */
  readonly hasInitialPassword: boolean
}

/** The session of a token, over or not, in one statement; null for an unknown token and a disabled account. */
export async function findSession(db: Db, token: string, now: Instant): Promise<FoundSession | null> {
  const [row] = await selectSession(db, { idHash: hashOf(token), today: dayOf(now) })
  if (!row) return null
  const { personId, createdAt, expiresAt } = row
  const way = row.way as SignInWay
  return {
    personId,
    createdAt,
    expiresAt,
    way,
    endsAt: endOf({
      createdAt,
      expiresAt,
      powersBeganOn: later(row.appointedOn, row.seatedOn),
      powersEndedOn: later(row.appointmentEndedOn, row.seatEndedOn),
    }),
    hasInitialPassword: way === 'password' && row.initialUntil !== null,
  }
}

const selectSession = worded((db, { idHash, today }: { idHash: string; today: Day }) =>
  db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.personId', 'sessions.personId')
    .select(['sessions.personId', 'sessions.createdAt', 'sessions.expiresAt', 'sessions.way'])
    .select('accounts.initialUntil')
    .select((query) => [
      query
        .selectFrom('appointments as begun')
        .whereRef('begun.personId', '=', 'sessions.personId')
        .where('begun.validFrom', '<=', today)
        .select(({ fn }) => fn.max('begun.validFrom').as('day'))
        .as('appointedOn'),
      query
        .selectFrom('appointments as ended')
        .whereRef('ended.personId', '=', 'sessions.personId')
        .where('ended.validTo', '<', today)
        .select(({ fn }) => fn.max('ended.validTo').as('day'))
        .as('appointmentEndedOn'),
      query
        .selectFrom('seats as taken')
        .whereRef('taken.personId', '=', 'sessions.personId')
        .where('taken.validFrom', '<=', today)
        .select(({ fn }) => fn.max('taken.validFrom').as('day'))
        .as('seatedOn'),
      query
        .selectFrom('seats as left')
        .whereRef('left.personId', '=', 'sessions.personId')
        .where('left.validTo', '<', today)
        .select(({ fn }) => fn.max('left.validTo').as('day'))
        .as('seatEndedOn'),
    ])
    .where('sessions.idHash', '=', idHash)
    .where('accounts.disabledAt', 'is', null),
)

/** Begins a session and ends those that are too many, never the one that begins: a clock may have been set back. */
export async function startSession(
  db: Db,
  session: { token: string; personId: number; createdAt: Instant; expiresAt: Instant; way?: SignInWay },
): Promise<void> {
  const { token, personId, createdAt, expiresAt, way = 'password' } = session
  const idHash = hashOf(token)
  await db.insertInto('sessions').values({ idHash, personId, createdAt, expiresAt, way }).execute()
  await db
    .deleteFrom('sessions')
    .where('personId', '=', personId)
    .where('idHash', '!=', idHash)
    .where('idHash', 'not in', (query) =>
      query
        .selectFrom('sessions')
        .select('idHash')
        .where('personId', '=', personId)
        .where('idHash', '!=', idHash)
        .orderBy('expiresAt', 'desc')
        .orderBy('createdAt', 'desc')
        .limit(mostSessions - 1),
    )
    .execute()
}

export async function prolongSession(db: Db, token: string, expiresAt: Instant): Promise<void> {
  await db.updateTable('sessions').set({ expiresAt }).where('idHash', '=', hashOf(token)).execute()
}

export async function endSession(db: Db, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('idHash', '=', hashOf(token)).execute()
}

/** Ends all sessions of a person but the given one. */
export async function endSessionsOf(db: Db, personId: number, butToken?: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('personId', '=', personId)
    .where('idHash', '!=', butToken === undefined ? '' : hashOf(butToken))
    .execute()
}

/** The sessions of a person that are not over by time, the one used last first. */
export async function listSessions(db: Db, personId: number, now: Instant) {
  return db
    .selectFrom('sessions')
    .select(['idHash', 'createdAt', 'expiresAt', 'way'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', now)
    .orderBy('expiresAt', 'desc')
    .limit(mostSessions)
    .execute()
}

/** Forgets the sessions that ended more than a day ago. */
export async function purgeSessions(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<', laterBy(now, -recognisedMs)).execute()
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function later(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
