import { type RawBuilder, sql, type SqlBool } from 'kysely'

/*
 * Departments are renamed, split and merged on 1 April. What one of them was asked or told to do goes on to those that
 * came out of it, at whatever distance; a department that has ended has nobody left, so that no date need be looked at.
 */

/** For a FROM: the departments of `first` (a select of one column) and all that came out of them, each once. */
export function withHeirs(first: RawBuilder<unknown>): RawBuilder<{ id: number }> {
  return sql<{ id: number }>`(
    with recursive "line" ("id") as (
      ${first}
      union
      select "departmentSuccessors"."toId" from "departmentSuccessors"
      inner join "line" on "line"."id" = "departmentSuccessors"."fromId"
    )
    select "id" from "line"
  )`
}

/** As a condition: the department of `column` is one of `mine`, or one of mine came out of it. */
export function isOrBecame(column: string, mine: readonly number[]): RawBuilder<SqlBool> {
  if (mine.length === 0) return sql<SqlBool>`1 = 0`
  return sql<SqlBool>`${sql.ref(column)} in (
    with recursive "line" ("id") as (
      select "id" from "departments" where "id" in (${sql.join(mine)})
      union
      select "departmentSuccessors"."fromId" from "departmentSuccessors"
      inner join "line" on "line"."id" = "departmentSuccessors"."toId"
    )
    select "id" from "line"
  )`
}

/**
 * For a FROM: the bureaus 「部」 that answer for the department of `first` today, whatever became of it and of its bureau
 * since. A bureau answers for itself.
 */
export function bureausOf(first: RawBuilder<unknown>): RawBuilder<{ id: number }> {
  const withBureau = sql`
    select "id" from "departments" where "id" in (${first})
    union
    select "parentId" from "departments" where "id" in (${first}) and "parentId" is not null`
  return sql<{ id: number }>`(
    select distinct coalesce("departments"."parentId", "departments"."id") as "id"
    from "departments" inner join ${withHeirs(withBureau)} as "answering" on "answering"."id" = "departments"."id"
  )`
}

/** As a condition: one of `mine` is among the bureaus of the department of `column`, in the sense of `bureausOf`. */
export function isOfBureau(column: string, mine: readonly number[]): RawBuilder<SqlBool> {
  if (mine.length === 0) return sql<SqlBool>`1 = 0`
  return sql<SqlBool>`${sql.ref(column)} in (
    with recursive "line" ("id") as (
      select "id" from "departments"
      where ${isOrBecame('departments.parentId', mine)}
        or ("parentId" is null and ${isOrBecame('departments.id', mine)})
      union
      select "departmentSuccessors"."fromId" from "departmentSuccessors"
      inner join "line" on "line"."id" = "departmentSuccessors"."toId"
    )
    select "id" from "line"
  )`
}
