import { join } from 'node:path'
import { startSession } from '#app/domain/accounts/sessions.server'
import { openAccount } from '#app/domain/accounts/passwords.server'
import { instantOf, laterBy } from '#app/domain/calendar'
import { systemPersonId } from '#app/domain/organisation/actor'
import { openReader } from '#db/sqlite-connection.server'
import { type Visitor, visitorWith } from '#tests/support/visitor'
import type { TestWorld } from '#tests/support/world.server'

/*
 * A round has more people than a test has time to open browsers for. These sit at a desk without scripts: a session of
 * their own, pages that are asked for, and forms that are sent as a browser sends them.
 */

/** Gives whoever sits on a body, heads a section or wrote a proposal of the year a session; passwords they have none. */
export async function seatEverybody(world: TestWorld): Promise<void> {
  const people = await peopleOfTheRound(world)
  const known = await world.reader.selectFrom('accounts').select('personId').execute()
  const strangers = people.filter((id) => !known.some(({ personId }) => personId === id))
  await world.act(systemPersonId, async (ctx) => {
    for (const personId of strangers)
      await openAccount(ctx, { personId, passwordHash: 'none', initialUntil: null })
  })
  const createdAt = instantOf(world.now())
  await world.writer.transaction().execute(async (tx) => {
    for (const personId of people)
      await startSession(tx, {
        ...{ token: tokenAt(personId), personId, createdAt },
        expiresAt: laterBy(createdAt, 60 * 60_000),
      })
  })
}

async function peopleOfTheRound({ reader }: TestWorld): Promise<number[]> {
  const seated = reader.selectFrom('seats').select('personId')
  const heading = reader
    .selectFrom('appointments')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .select('appointments.personId')
    .where('posts.isHead', '=', 1)
    .where('appointments.validTo', 'is', null)
  const writing = reader
    .selectFrom('authorships')
    .innerJoin('proposals', 'proposals.id', 'authorships.proposalId')
    .select('authorships.personId')
    .where('proposals.fiscalYear', '=', 2026)
  const rows = await seated.union(heading).union(writing).execute()
  return rows.map(({ personId }) => personId)
}

/** The letters of real tokens. */
function tokenAt(personId: number): string {
  return [...String(personId)]
    .map((digit) => 'abcdefghij'[Number(digit)])
    .join('')
    .padStart(40, 'z')
}

export interface Desks {
  of(personId: number): Visitor
  /** The rows as they are in the file at this moment. */
  rows<Row>(query: string, ...bound: unknown[]): Row[]
}

export function desksAt({ origin, dataDir }: { origin: string; dataDir: string }): Desks {
  return {
    of: (personId) => visitorWith(origin, `sid=${tokenAt(personId)}`),
    rows: <Row>(query: string, ...bound: unknown[]) => {
      const reader = openReader(join(dataDir, 'kaizen.db'))
      try {
        return reader.prepare(query).all(...bound) as Row[]
      } finally {
        reader.close()
      }
    },
  }
}
