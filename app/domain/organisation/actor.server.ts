import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { type Actor, type Appointment, type Seat, systemActor, systemPersonId } from './actor'
import type { Body } from './seat'
import { worded } from '../worded.server'
import { validOn } from './validity'

/**
 * Who this person is on that day, in one statement: asked at every request and again inside every command, so
 * that nothing of it is ever remembered. Throws NotFound for an unknown person.
 */
export async function findActor(db: Db, personId: number, today: Day): Promise<Actor> {
  if (personId === systemPersonId) return systemActor(today)
  const rows = await selectPowers(db, { personId, today })
  const [first] = rows
  if (!first) throw new NotFound()
  return {
    personId,
    name: first.name,
    today,
    appointments: distinct(rows, ({ appointmentId }) => appointmentId).map(appointmentOf),
    seats: distinct(rows, ({ seatId }) => seatId).map(({ body, role }): Seat => ({
      body: body as Body,
      role: role ?? 'member',
    })),
  }
}

/** A person's few appointments beside their few seats; main before concurrent before acting. */
const selectPowers = worded((db, { personId, today }: { personId: number; today: Day }) =>
  db
    .selectFrom('people')
    .leftJoin('appointments', (join) =>
      join.onRef('appointments.personId', '=', 'people.id').on(validOn('appointments', today)),
    )
    .leftJoin('departments', 'departments.id', 'appointments.departmentId')
    .leftJoin('posts', 'posts.id', 'appointments.postId')
    .leftJoin('seats', (join) => join.onRef('seats.personId', '=', 'people.id').on(validOn('seats', today)))
    .select([
      'people.name',
      'appointments.id as appointmentId',
      'appointments.kind',
      'departments.id as departmentId',
      'departments.name as departmentName',
      'departments.parentId',
      'posts.name as postName',
      'posts.rank',
      'posts.isHead',
      'seats.id as seatId',
      'seats.body',
      'seats.role',
    ])
    .where('people.id', '=', personId)
    .orderBy('appointments.kind', (order) => order.desc().nullsLast())
    .orderBy('appointments.id')
    .orderBy('seats.id'),
)

type Row = Awaited<ReturnType<typeof selectPowers>>[number]

function appointmentOf(row: Row): Appointment {
  const departmentId = row.departmentId ?? 0
  return {
    departmentId,
    departmentName: row.departmentName ?? '',
    bureauId: row.parentId ?? departmentId,
    postName: row.postName ?? '',
    rank: row.rank ?? 0,
    isHead: row.isHead === 1,
    kind: row.kind ?? 'main',
  }
}

function distinct(rows: readonly Row[], keyOf: (row: Row) => number | null): Row[] {
  const seen = new Set<number | null>([null])
  return rows.filter((row) => {
    const key = keyOf(row)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
