import { bureauOn } from './bureau-of-day.server'
import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { validOn } from './validity'

/*
 * Departments are renamed, split and merged on a day, 1 April as a rule. What one of them was asked or told to do goes on
 * to those that came out of it, at whatever distance, from 0:00 of that day in Tokyo: until then a reorganisation that is
 * entered already moves nothing. A department that has ended has nobody left (see `heads.server.ts`).
 */

/** For a FROM: the departments of `first` (a select of one column) and all that came out of them by that day, each once. */
export function withHeirs(first: RawBuilder<unknown>, day: Day): RawBuilder<{ id: number }> {
  return sql<{ id: number }>`(
    with recursive "line" ("id") as (
      ${first}
      union
      select "departmentSuccessors"."toId" from "departmentSuccessors"
      inner join "line" on "line"."id" = "departmentSuccessors"."fromId"
      where "departmentSuccessors"."effectiveOn" <= ${day}
    )
    select "id" from "line"
  )`
}

/** For a FROM or an IN: the departments of `first` and all that they came out of by that day, each once. */
export function withForebears(first: RawBuilder<unknown>, day: Day): RawBuilder<{ id: number }> {
  return sql<{ id: number }>`(
    with recursive "line" ("id") as (
      ${first}
      union
      select "departmentSuccessors"."fromId" from "departmentSuccessors"
      inner join "line" on "line"."id" = "departmentSuccessors"."toId"
      where "departmentSuccessors"."effectiveOn" <= ${day}
    )
    select "id" from "line"
  )`
}

/** As a condition: the department of `column` is one of `mine`, or one of mine came out of it by that day. */
export function isOrBecame(column: string, mine: readonly number[], day: Day): RawBuilder<SqlBool> {
  if (mine.length === 0) return sql<SqlBool>`1 = 0`
  const own = sql`select "id" from "departments" where "id" in (${sql.join(mine)})`
  return sql<SqlBool>`${sql.ref(column)} in ${withForebears(own, day)}`
}

/** As a condition: the department of `column` is there that day, or one that came out of it is. */
export function hasSomebody(column: string, day: Day): RawBuilder<SqlBool> {
  const there = sql`select "id" from "departments" where ${validOn('departments', day)}`
  return sql<SqlBool>`${sql.ref(column)} in ${withForebears(there, day)}`
}

/**
 * For a FROM: the bureaus 「部」 that answer for the department of `first` on that day, whatever became of it and of its
 * bureau since. A bureau answers for itself.
 */
export function bureausOf(first: RawBuilder<unknown>, day: Day): RawBuilder<{ id: number }> {
  const withBureau = sql`
    select "id" from "departments" where "id" in (${first})
    union
    select "parentId" from "departments" where "id" in (${first}) and "parentId" is not null`
  return sql<{ id: number }>`(
    select distinct coalesce("departments"."parentId", "departments"."id") as "id"
    from "departments" inner join ${withHeirs(withBureau, day)} as "answering"
      on "answering"."id" = "departments"."id"
  )`
}

/** As a condition: one of `mine` is among the bureaus of the department of `column`, in the sense of `bureausOf`. */
export function isOfBureau(column: string, mine: readonly number[], day: Day): RawBuilder<SqlBool> {
  if (mine.length === 0) return sql<SqlBool>`1 = 0`
  const theirs = sql`
    select "id" from "departments"
    where ${isOrBecame('departments.parentId', mine, day)}
      or ("parentId" is null and ${isOrBecame('departments.id', mine, day)})`
  return sql<SqlBool>`${sql.ref(column)} in ${withForebears(theirs, day)}`
}

export interface Heir {
  readonly first: number
  readonly id: number
  readonly name: string
  readonly code: string
  readonly parentId: number | null
}

/** For a FROM: with each department of `first` those that are there that day, itself or what came out of it. */
export function heirsOfEach(first: RawBuilder<unknown>, day: Day): RawBuilder<Heir> {
  return sql<Heir>`(
    with recursive "line" ("first", "id") as (
      select "id", "id" from "departments" where "id" in (${first})
      union
      select "line"."first", "departmentSuccessors"."toId" from "departmentSuccessors"
      inner join "line" on "line"."id" = "departmentSuccessors"."fromId"
      where "departmentSuccessors"."effectiveOn" <= ${day}
    )
    select "line"."first", "departments"."id", "departments"."name", "departments"."code",
      ${bureauOn('departments', day)} as "parentId"
    from "line" inner join "departments" on "departments"."id" = "line"."id"
    where ${validOn('departments', day)}
  )`
}

/** Of each of these departments: those that are there that day, itself or what came out of it, with their bureaus. */
export async function listHeirs(
  db: Db,
  ids: readonly number[],
  day: Day,
): Promise<Map<number, { id: number; name: string; parentId: number | null }[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom(heirsOfEach(sql.join(ids), day).as('heirs'))
    .select(['first', 'id', 'name', 'parentId'])
    .orderBy('code')
    .execute()
  return new Map(ids.map((id) => [id, rows.filter(({ first }) => first === id)]))
}
