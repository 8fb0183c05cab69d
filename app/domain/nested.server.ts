import { type RawBuilder, type SelectQueryBuilder, type Simplify, sql } from 'kysely'
import { jsonArrayFrom as inPostgres } from 'kysely/helpers/postgres'
import { jsonArrayFrom as inSqlite } from 'kysely/helpers/sqlite'
import type { Db } from './context'
import { isPostgres } from './dialect.server'

/** The rows of a short list as one text of JSON. */
export type Nested<Row> = string & { readonly rows?: Row }

// oxlint-disable-next-line typescript/no-explicit-any -- of whatever tables
type Query<Row> = SelectQueryBuilder<any, any, Row>

/**
 * A short list as a column of the row to which it belongs, in the order that its query has: one statement for a thing
 * and what hangs on it. A join would repeat the thing for every line of the list, and two lists would multiply.
 */
export function nested<Row>(db: Db, query: Query<Row>): RawBuilder<Nested<Simplify<Row>>> {
  return isPostgres(db)
    ? sql<Nested<Simplify<Row>>>`cast(${inPostgres(query)} as text)`
    : sql<Nested<Simplify<Row>>>`${inSqlite(query)}`
}

/** For an IN: the keys, or one that nothing has where there are none, which SQL could not say. */
export function keysOf(ids: readonly number[]): readonly number[] {
  return ids.length === 0 ? [0] : ids
}

export function rowsOf<Row>(list: Nested<Row>): Row[] {
  return JSON.parse(list) as Row[]
}

/** Several short lists that have nothing to do with each other, as one statement: each by the name that it was given. */
export async function together<Rows extends Record<string, unknown>>(
  db: Db,
  queries: { readonly [Name in keyof Rows]: Query<Rows[Name]> },
): Promise<{ [Name in keyof Rows]: Simplify<Rows[Name]>[] }> {
  const lists = Object.entries<Query<unknown>>(queries)
  const row = await db
    .selectNoFrom(lists.map(([name, query]) => nested(db, query).as(name)))
    .executeTakeFirstOrThrow()
  const read = lists.map(([name]) => [name, rowsOf((row as Record<string, Nested<unknown>>)[name] ?? '[]')])
  return Object.fromEntries(read) as { [Name in keyof Rows]: Simplify<Rows[Name]>[] }
}
