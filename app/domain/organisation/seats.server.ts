import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { idOf, inBatches, insistOnDistinct, insistOnOrder } from './lines'
import { personIds } from './people.server'
import { mayKeepOrganisation, maySeatOn } from './policy'
import type { Body, SeatRole } from './seat'
import { validOn } from './validity'

export interface SeatLine {
  readonly body: Body
  readonly employeeNumber: string
  readonly role: SeatRole
  readonly validFrom: Day
  readonly validTo: Day | null
}

const roleOrder: readonly SeatRole[] = ['chair', 'viceChair', 'member', 'clerk']

/**
 * Seats on bodies. A line is known again by body, person, role and first day; its last day is brought up to date.
 * Throws RuleBroken for an unknown number.
 */
export async function importSeats(ctx: Ctx, lines: readonly SeatLine[]): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  for (const { body } of lines) insist(maySeatOn(ctx.actor, body))
  insistOnOrder('委員の任期', lines)
  insistOnDistinct('委員', lines, (line) => Object.values({ ...line, validTo: '' }).join(' '))

  const people = await personIds(ctx.tx)
  const known = await knownSeats(ctx.tx)
  const rows = lines.map(({ employeeNumber, ...line }) => ({
    ...line,
    personId: idOf('職員番号', people, employeeNumber),
  }))
  for (const row of rows) {
    const there = known.get(keyOf(row))
    if (!there || there.validTo === row.validTo) continue
    await ctx.tx.updateTable('seats').set({ validTo: row.validTo }).where('id', '=', there.id).execute()
  }
  const fresh = rows.filter((row) => !known.has(keyOf(row)))
  for (const batch of inBatches(fresh)) await ctx.tx.insertInto('seats').values(batch).execute()
  ctx.happened({ kind: 'organisation.imported', list: 'seats', rows: lines.length })
}

/** Who sits on a body on that day, the chair first, each with the main department and post. */
export async function listSeatHolders(db: Db, body: Body, day: Day) {
  return byRole(await seatHolders(db, body, day).execute())
}

/** The chair first; within a role as before. */
export function byRole<Holder extends { readonly role: SeatRole }>(holders: readonly Holder[]): Holder[] {
  return holders.toSorted((one, other) => roleOrder.indexOf(one.role) - roleOrder.indexOf(other.role))
}

/** The same as a query, in the order in which they were seated. */
export function seatHolders(db: Db, body: Body, day: Day) {
  return db
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.personId')
    .leftJoin('appointments', (join) =>
      join
        .onRef('appointments.personId', '=', 'people.id')
        .on('appointments.kind', '=', 'main')
        .on(validOn('appointments', day)),
    )
    .leftJoin('departments', 'departments.id', 'appointments.departmentId')
    .leftJoin('posts', 'posts.id', 'appointments.postId')
    .select([
      'people.id as personId',
      'people.name',
      'seats.role',
      'departments.name as departmentName',
      'posts.name as postName',
    ])
    .where('seats.body', '=', body)
    .where(validOn('seats', day))
    .orderBy('seats.id')
    .limit(200)
}

async function knownSeats(db: Db) {
  const rows = await db.selectFrom('seats').selectAll().execute()
  return new Map(rows.map((row) => [keyOf(row), { id: row.id, validTo: row.validTo }]))
}

function keyOf(seat: { body: string; personId: number; role: string; validFrom: Day }): string {
  return [seat.body, seat.personId, seat.role, seat.validFrom].join(' ')
}
