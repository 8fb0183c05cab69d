import {
  AliasNode,
  ColumnNode,
  IdentifierNode,
  ReferenceNode,
  type RawBuilder,
  type SelectQueryBuilder,
  type SelectQueryNode,
  type Simplify,
  sql,
} from 'kysely'
import type { Db } from './context'
import { isPostgres } from './dialect.server'

/** The rows of a short list as one text of JSON: the names of the columns, once, and the cells of each row. */
export type Nested<Row> = string & { readonly rows?: Row }

// oxlint-disable-next-line typescript/no-explicit-any -- of whatever tables
type Query<Row> = SelectQueryBuilder<any, any, Row>

/**
 * A short list as a column of the row to which it belongs, in the order that its query has: one statement for a thing
 * and what hangs on it. A join would repeat the thing for every line of the list, and two lists would multiply.
 */
export function nested<Row>(db: Db, query: Query<Row>): RawBuilder<Nested<Simplify<Row>>> {
  const names = namesOf(query.toOperationNode() as SelectQueryNode)
  const heads = sql.join(names.map((name) => sql.lit(name)))
  const cells = sql.join(names.map((name) => sql.ref(`nested.${name}`)))
  return isPostgres(db)
    ? sql`(select cast(json_build_array(json_build_array(${heads}), coalesce(json_agg(json_build_array(${cells})), '[]')) as text) from ${query} as "nested")`
    : sql`(select json_array(json_array(${heads}), json_group_array(json_array(${cells}))) from ${query} as "nested")`
}

function namesOf({ selections }: SelectQueryNode): string[] {
  return (selections ?? []).map(({ selection }) => {
    if (AliasNode.is(selection) && IdentifierNode.is(selection.alias)) return selection.alias.name
    const column = ReferenceNode.is(selection) ? selection.column : selection
    if (ColumnNode.is(column)) return column.column.name
    throw new Error('Every column of a nested list has a name')
  })
}

/** For an IN: the keys, or one that nothing has where there are none, which SQL could not say. */
export function keysOf(ids: readonly number[]): readonly number[] {
  return ids.length === 0 ? [0] : ids
}

/** None where there is no list. */
export function rowsOf<Row>(list: Nested<Row> | undefined): Row[] {
  if (list === undefined) return []
  const [heads, rows] = JSON.parse(list) as [string[], unknown[][]]
  const names = heads.map(asKey)
  return rows.map((cells) => {
    const row: Record<string, unknown> = {}
    for (let place = 0; place < names.length; place += 1) row[names[place] as string] = cells[place]
    return row as Row
  })
}

/** The name as V8 keeps the keys of objects: by another copy of it, it would look for the key anew in every row. */
function asKey(name: string): string {
  return Object.keys({ [name]: true })[0] ?? name
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
  const read = lists.map(([name]) => [name, rowsOf((row as Record<string, Nested<unknown>>)[name])])
  return Object.fromEntries(read) as { [Name in keyof Rows]: Simplify<Rows[Name]>[] }
}
