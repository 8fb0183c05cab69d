import { bureauOn } from './bureau-of-day.server'
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { worded } from '../worded.server'
import { type Actor, type Appointment, type Seat, systemActor, systemPersonId } from './actor'
import { delegationsInForce, deputyRankOn, standIns } from './heads.server'
import type { Body, SeatRole } from './seat'
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
    appointments: distinct(rows)
      .toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || one.id - other.id)
      .map(appointmentOf),
    seats: rows
      .filter(({ body }) => body !== null)
      .toSorted((one, other) => (one.id ?? 0) - (other.id ?? 0))
      .map(({ body, role }): Seat => ({ body: body as Body, role: role ?? 'member' })),
  }
}

const kinds = ['main', 'concurrent', 'acting', 'delegated', 'vacant'] as const

const selectPowers = worded((db, { personId, today }: { personId: number; today: Day }) =>
  db
    .selectFrom('people')
    .leftJoin(heldBy(personId, today).as('held'), (join) => join.onTrue())
    .leftJoin('departments', 'departments.id', 'held.departmentId')
    .leftJoin('people as heads', 'heads.id', 'held.headId')
    .select(['people.name', 'held.id', 'held.kind', 'held.departmentId', 'held.postName', 'held.rank'])
    .select(['held.isHead', 'held.isDeputy', 'held.headId', 'held.until', 'held.body', 'held.role'])
    .select(['departments.name as departmentName', 'heads.name as headName'])
    .select(bureauOn('departments', today).as('bureauId'))
    .where('people.id', '=', personId),
)

type Row = Awaited<ReturnType<typeof selectPowers>>[number]

interface Held {
  id: number
  kind: Appointment['kind'] | null
  departmentId: number | null
  postName: string | null
  rank: number | null
  isHead: 0 | 1 | null
  isDeputy: 0 | 1 | null
  headId: number | null
  until: Day | null
  body: string | null
  role: SeatRole | null
}

/** What was appointed, what is done for others, and the seats: few rows, under each other. */
function heldBy(personId: number, today: Day): RawBuilder<Held> {
  const nothing = sql`cast(null as bigint) as "headId", cast(null as text) as "until"`
  const noSeat = sql`cast(null as text) as "body", cast(null as text) as "role"`
  return sql<Held>`(
    select "appointments"."id", "appointments"."kind", "appointments"."departmentId", "posts"."name" as "postName",
      "posts"."rank", "posts"."isHead",
      case when "posts"."rank" = ${deputyRankOn(today)} and "posts"."isHead" = 0 then 1 else 0 end as "isDeputy",
      ${nothing}, ${noSeat}
    from "appointments" inner join "posts" on "posts"."id" = "appointments"."postId"
    inner join "departments" on "departments"."id" = "appointments"."departmentId"
    where "appointments"."personId" = ${personId} and ${validOn('appointments', today)}
      and ${validOn('departments', today)}
    union all
    select "id", 'delegated', "departmentId", "postName", "rank", 1, 0, "headId", "validTo", ${noSeat}
    from ${delegationsInForce(today)} as "delegations" where "personId" = ${personId}
    union all
    select "departmentId", 'vacant', "departmentId", "office", 0, 1, 0, ${nothing}, ${noSeat}
    from ${standIns(today)} as "standIns" where "personId" = ${personId}
    union all
    select "seats"."id", null, null, null, null, null, null, ${nothing}, "seats"."body", "seats"."role"
    from "seats" where "seats"."personId" = ${personId} and ${validOn('seats', today)}
  )`
}

type HeldRow = Row & { id: number; kind: Appointment['kind'] }

function appointmentOf(row: HeldRow): Appointment {
  const departmentId = row.departmentId ?? 0
  return {
    departmentId,
    departmentName: row.departmentName ?? '',
    bureauId: row.bureauId ?? departmentId,
    postName: row.kind === 'vacant' ? (offices[row.postName ?? ''] ?? '') : (row.postName ?? ''),
    rank: row.rank ?? 0,
    isHead: row.isHead === 1,
    isDeputy: row.isDeputy === 1,
    kind: row.kind,
    ...(row.headId !== null && {
      actsFor: { personId: row.headId, name: row.headName ?? '', until: row.until ?? '' },
    }),
  }
}

const offices: Readonly<Record<string, string>> = { deputy: '次長', secretariat: '事務局' }

/** Of what a person holds twice over, such as two head posts behind one delegation, once. */
function distinct(rows: readonly Row[]): HeldRow[] {
  const seen = new Set<string>()
  return rows.filter((row): row is HeldRow => {
    const key = `${row.kind} ${row.id}`
    if (row.kind === null || seen.has(key)) return false
    return Boolean(seen.add(key))
  })
}
