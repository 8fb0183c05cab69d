import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Day } from '../calendar'

/*
 * A 課 goes along with its 部 where that is called otherwise from a day on: it stays the same row, with its name and code,
 * and only the bureau above it is another one. `departments.parentId` is the bureau that it began under, `bureauTerms` say
 * under which it stands from a day on; so each day has the bureau of its day, and nothing has to run in between.
 */

/** The bureau of the department with that alias on a day; null for a bureau itself. Also with a day that is a column. */
export function bureauOn(department: string, day: Day | RawBuilder<Day>): RawBuilder<number | null> {
  return sql<number | null>`coalesce((
    select "bureauTerms"."bureauId" from "bureauTerms"
    where "bureauTerms"."departmentId" = ${sql.ref(`${department}.id`)} and "bureauTerms"."validFrom" <= ${day}
    order by "bureauTerms"."validFrom" desc limit 1
  ), ${sql.ref(`${department}.parentId`)})`
}

/**
 * As a condition: the department with that alias stands under this bureau on that day. Which bureau it was is looked up for
 * those alone that began there or ever came there, not for every department of the city.
 */
export function isUnder(department: string, bureauId: number, day: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    (${sql.ref(`${department}.parentId`)} = ${bureauId} or ${sql.ref(`${department}.id`)} in (
      select "came"."departmentId" from "bureauTerms" as "came" where "came"."bureauId" = ${bureauId}
    )) and ${bureauOn(department, day)} = ${bureauId}
  )`
}

/** The last one that is entered, of a day to come as well: what a list of all departments says. */
export function latestBureau(department: string): RawBuilder<number | null> {
  return bureauOn(department, '9999-12-31')
}

/** The first day of a fiscal year that stands in a column: by it the lists of the year are grouped. */
export function firstDayOfYear(column: string): RawBuilder<Day> {
  return sql<Day>`(cast(${sql.ref(column)} as text) || '-04-01')`
}
