import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { practiceLifecycle } from '../practices/practice'
import { lifecycle } from '../proposals/lifecycle'
import { goesOn } from './lines'
import type { Line, OpenWork, Reorganisation } from './reorganisation'

/** In one statement, by department. */
export async function countOpenWork(
  db: Db,
  { lines, effectiveOn }: Reorganisation,
  today: Day,
): Promise<Map<number, OpenWork>> {
  const ids = lines.flatMap(({ formers }) => formers.map(({ id }) => id))
  if (ids.length === 0) return new Map()
  const theirs = sql`(select "id" from "line" where "line"."first" = "departments"."id")`
  const { rows } = await sql<OpenWork & { id: number }>`
    with recursive "line" ("first", "id") as (
      select "id", "id" from "departments" where "id" in (${sql.join(ids)})
      union
      select "line"."first", "departmentSuccessors"."fromId" from "departmentSuccessors"
      inner join "line" on "line"."id" = "departmentSuccessors"."toId"
      where "departmentSuccessors"."effectiveOn" <= ${today}
    )
    select "departments"."id",
      (select count(*) from "considerations"
        inner join "proposals" on "proposals"."id" = "considerations"."proposalId"
        where "considerations"."departmentId" in ${theirs} and "considerations"."answeredAt" is null
          and "proposals"."stage" in (${sql.join(lifecycle.closeConsideration.from)})) as "considerations",
      (select count(*) from "implementations"
        inner join "proposals" on "proposals"."id" = "implementations"."proposalId"
        where "implementations"."departmentId" in ${theirs} and "implementations"."verifiedAt" is null
          and "implementations"."endedAt" is null and "proposals"."notifiedAt" is not null) as "implementations",
      (select count(*) from "practices"
        where "practices"."confirmingDepartmentId" in ${theirs}
          and "practices"."stage" = ${practiceLifecycle.report.to}) as "reports",
      (select count(*) from "proposals"
        where "proposals"."leadDepartmentId" in ${theirs}
          and "proposals"."stage" in (${sql.join(lifecycle.comeBack.from)})) as "held",
      (select count(*) from "spreads"
        where "spreads"."departmentId" in ${theirs} and "spreads"."state" in ('wanted', 'started')) as "spreads",
      (select count(*) from "delegations"
        where "delegations"."departmentId" = "departments"."id" and "delegations"."endedAt" is null
          and "delegations"."validTo" >= ${effectiveOn}) as "delegations",
      (select count(distinct "seats"."id") from "seats"
        inner join "appointments" on "appointments"."personId" = "seats"."personId"
        where "appointments"."departmentId" = "departments"."id"
          and ("appointments"."validTo" is null or "appointments"."validTo" >= ${today})
          and ("seats"."validTo" is null or "seats"."validTo" >= ${effectiveOn})) as "seats"
    from "departments" where "departments"."id" in (${sql.join(ids)})`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Person {
  readonly personId: number
  readonly name: string
  readonly employeeNumber: string
  readonly postName: string
  readonly departmentName: string
  /** Goes along by itself; the others need a 発令. */
  readonly goesAlong: boolean
}

const mostPeople = 1_000

/** Whose 発令 reaches the day in a department that ends. */
export async function listPeople(db: Db, { lines, effectiveOn }: Reorganisation): Promise<Person[]> {
  const ending = lines.flatMap((line) =>
    line.formers.filter((former) => !goesOn(line, former)).map((former) => ({ line, former })),
  )
  if (ending.length === 0) return []
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('people', 'people.id', 'appointments.personId')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .innerJoin('departments', 'departments.id', 'appointments.departmentId')
    .select(['appointments.departmentId', 'appointments.validFrom', 'posts.isHead'])
    .select(['people.id as personId', 'people.name', 'people.employeeNumber', 'posts.name as postName'])
    .select('departments.name as departmentName')
    .where(
      'appointments.departmentId',
      'in',
      ending.map(({ former }) => former.id),
    )
    .where((eb) =>
      eb.or([eb('appointments.validTo', 'is', null), eb('appointments.validTo', '>=', effectiveOn)]),
    )
    .orderBy('departments.code')
    .orderBy('posts.rank')
    .orderBy('people.employeeNumber')
    .limit(mostPeople)
    .execute()
  return rows.map(({ departmentId, validFrom, isHead, ...person }) => {
    const line = ending.find(({ former }) => former.id === departmentId)?.line
    return { ...person, goesAlong: validFrom < effectiveOn && line !== undefined && carries(line, isHead) }
  })
}

function carries({ kind }: Line, isHead: 0 | 1): boolean {
  return kind === 'rename' || ((kind === 'merge' || kind === 'abolish') && isHead === 0)
}
