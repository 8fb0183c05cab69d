import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { validOn } from '../organisation/validity'

/** Name and department of that day; null for somebody who has left. Throws NotFound. */
export async function findPerson(db: Db, personId: number, today: Day) {
  const row = await db
    .selectFrom('people')
    .leftJoin('appointments', (join) =>
      join
        .onRef('appointments.personId', '=', 'people.id')
        .on('appointments.kind', '=', 'main')
        .on(validOn('appointments', today)),
    )
    .leftJoin('departments', 'departments.id', 'appointments.departmentId')
    .select([
      'people.id',
      'people.name',
      'departments.id as departmentId',
      'departments.name as departmentName',
    ])
    .where('people.id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

const mostListed = 200

/**
 * What a person did that all staff may know, the newest first: confirmed reports, and adopted proposals unless the name
 * was to stay with the secretariat. At most 200.
 */
export async function listImprovementsOfPerson(db: Db, personId: number) {
  return db
    .selectFrom('improvements')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .select([
      'improvements.id',
      'improvements.practiceId',
      'improvements.fiscalYear',
      'improvements.title',
      'improvements.minutesPerYear',
      'improvements.yenPerYear',
      'improvements.recurring',
      'improvements.copies',
      'improvements.implementedOn',
      'departments.name as departmentName',
    ])
    .where('improvements.id', 'in', improvementsOf(personId))
    .orderBy('improvements.id', 'desc')
    .limit(mostListed)
    .execute()
}

function improvementsOf(personId: number) {
  return sql<number>`(
    select "improvements"."id" from "practices"
      join "improvements" on "improvements"."practiceId" = "practices"."id"
      where "practices"."reporterId" = ${personId}
    union
    select "improvements"."id" from "practiceMembers"
      join "improvements" on "improvements"."practiceId" = "practiceMembers"."practiceId"
      where "practiceMembers"."personId" = ${personId}
    union
    select "improvements"."id" from "authorships"
      join "proposals" on "proposals"."id" = "authorships"."proposalId"
      join "improvements" on "improvements"."proposalId" = "authorships"."proposalId"
      where "authorships"."personId" = ${personId} and "authorships"."leftAt" is null
        and "proposals"."nameDisclosure" <> 'secretariatOnly'
  )`
}
