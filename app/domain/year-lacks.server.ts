import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Day } from './calendar'
import { bodies, isChaired } from './organisation/seat'
import { unableBodies } from './organisation/unable-bodies.server'
import { validOn } from './organisation/validity'
import { yearChecks } from './organisation/year-check'

/*
 * What a year lacks, as conditions: its page says it in words, the home page asks for it where anything is missing. Years
 * are passed on and never reckoned with, so that a statement that is worded once may use them.
 */

/** For a FROM: rows of the year before that have no row in this one, went into no other, and were not said to have ended. */
export function notCarriedOver(fiscalYear: number, yearBefore: number): RawBuilder<{ id: number }> {
  return sql<{ id: number }>`(
    select "former"."id" from "projectYears" as "former"
    where "former"."fiscalYear" = ${yearBefore}
      and not exists (
        select 1 from "projectYears" as "later"
        where "later"."projectId" = "former"."projectId" and "later"."fiscalYear" = ${fiscalYear}
      )
      and not exists (
        select 1 from "projectSuccessors" where "projectSuccessors"."fromProjectYearId" = "former"."id"
      )
      and not exists (
        select 1 from "carryOvers"
        where "carryOvers"."projectYearId" = "former"."id"
          and "carryOvers"."kind" = 'ended' and "carryOvers"."carriedAt" is not null
      )
  )`
}

/** For a FROM: rows of the year whose department is not there on its first day. */
export function strayProjects(fiscalYear: number, firstDay: Day): RawBuilder<{ id: number }> {
  return sql<{ id: number }>`(
    select "projectYears"."id" from "projectYears"
    inner join "departments" on "departments"."id" = "projectYears"."departmentId"
    where "projectYears"."fiscalYear" = ${fiscalYear} and not ${validOn('departments', firstDay)}
  )`
}

/** As a condition: the year has no target, no projects or no 募集. Also true where nobody opened it. */
export function lacksParts(fiscalYear: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    not exists (
      select 1 from "fiscalYears" as "prepared"
      where "prepared"."fiscalYear" = ${fiscalYear} and "prepared"."targetPermille" is not null
    )
    or not exists (select 1 from "campaigns" where "campaigns"."fiscalYear" = ${fiscalYear})
    or not exists (select 1 from "projectYears" where "projectYears"."fiscalYear" = ${fiscalYear})
  )`
}

/** As a condition: something of the year before is not carried over yet. */
export function lacksCarryOver(fiscalYear: number, yearBefore: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from ${notCarriedOver(fiscalYear, yearBefore)} as "left")`
}

/** As a condition: somebody still has to look something through. */
export function lacksChecks(fiscalYear: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    select count(*) from "yearChecks"
    where "yearChecks"."fiscalYear" = ${fiscalYear} and "yearChecks"."item" in (${sql.join([...yearChecks])})
  ) < ${sql.lit(yearChecks.length)}`
}

/** As a condition: a body that decides has nobody to preside on the first day. */
export function lacksPresiders(firstDay: Day): RawBuilder<SqlBool> {
  const chaired = bodies.filter(isChaired)
  return sql<SqlBool>`(
    select count(distinct "seats"."body") from "seats"
    where "seats"."body" in (${sql.join(chaired)}) and "seats"."role" in ('chair', 'viceChair')
      and ${validOn('seats', firstDay)}
  ) < ${sql.lit(chaired.length)}`
}

/** As a condition: a body that the town has seated cannot reach its quorum, or has nobody to preside, on the first day. */
export function lacksQuorum(firstDay: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from ${unableBodies(firstDay)} as "unable")`
}
