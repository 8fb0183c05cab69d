import { sql } from 'kysely'
import type { Db } from '../context'
import { isPostgres } from '../dialect.server'
import { type Filter, type ShelfOrder, termsFor } from './library'
import type { Place } from './keyset'

/** A filter with its terms in words already, for statements that are worded once. */
export interface Shelf {
  readonly fiscalYear: number | undefined
  readonly departmentId: number | undefined
  readonly bureauId: number | undefined
  readonly terms: readonly string[]
  /** `Elsewhere`, its 事務事業 as one text of JSON: a list of any length would be worded anew for each length. */
  readonly elsewhere: string | undefined
  readonly notBy: number | undefined
}

export function shelfOf({ fiscalYear, departmentId, bureauId, elsewhere, ...rest }: Filter): Shelf {
  return {
    ...{ fiscalYear, departmentId, bureauId, terms: termsFor(rest) },
    ...{ elsewhere: elsewhere && JSON.stringify(elsewhere.projects), notBy: elsewhere?.notBy },
  }
}

/** Ids of one page of the newest, walking the index of the narrowest condition; never a sort over all that fits. */
export function newestIn(db: Db, shelf: Shelf, { before, after }: Place, limit: number) {
  return filtered(db, shelf)
    .$if(before !== undefined, (qb) => qb.where('id', '<', before ?? 0))
    .$if(after !== undefined, (qb) => qb.where('id', '>', after ?? 0))
    .orderBy('id', after === undefined ? 'desc' : 'asc')
    .limit(limit)
}

/** All ids that fit, in no order. */
export function filtered(db: Db, shelf: Shelf) {
  const { fiscalYear, departmentId, bureauId, terms, elsewhere } = shelf
  const [first, ...others] = terms
  const isPlaced = departmentId !== undefined || bureauId !== undefined || elsewhere !== undefined
  return db
    .selectFrom(
      first !== undefined && !isPlaced ? underTerm(db, first).as('shelf') : inPlace(db, shelf).as('shelf'),
    )
    .select('shelf.id')
    .$if(fiscalYear !== undefined, (qb) => qb.where('shelf.fiscalYear', '=', fiscalYear ?? 0))
    .where((eb) => eb.and((isPlaced ? terms : others).map((term) => hasTerm(sql.ref('shelf.id'), term))))
}

/**
 * Ids of one page in another order than the newest. Few are better collected and sorted, many better met on a walk down
 * the index of the order: either way about as many rows as the root of the shelf are looked at.
 */
export function orderedIn(
  db: Db,
  shelf: Shelf,
  order: SortedOrder,
  place: Place,
  limit: number,
  few: boolean,
) {
  return few
    ? sortedIds(db, filtered(db, shelf), order, place, limit)
    : pagedBy(walked(db, shelf), order, place, limit, keyOf(order))
}

export type SortedOrder = Exclude<ShelfOrder, 'new'>

/** The ids that another query gives, sorted; `ids` must be bounded. */
export function sortedIds(
  db: Db,
  ids: ReturnType<typeof filtered> | ReturnType<typeof sql<number>>,
  order: SortedOrder,
  place: Place,
  limit: number,
) {
  const all = db.selectFrom('improvements').select('improvements.id').where('improvements.id', 'in', ids)
  return pagedBy(all, order, place, limit, unindexed(keyOf(order)))
}

/** `+` keeps a column out of the choice of an index: only that of the order is to be walked. */
function walked(db: Db, { fiscalYear, departmentId, bureauId, terms, elsewhere, notBy }: Shelf) {
  const same = (column: string, value: number) => sql<boolean>`+${sql.ref(column)} = ${value}`
  return db
    .selectFrom('improvements')
    .select('improvements.id')
    .$if(fiscalYear !== undefined, (qb) => qb.where(same('improvements.fiscalYear', fiscalYear ?? 0)))
    .$if(departmentId !== undefined, (qb) => qb.where(same('improvements.departmentId', departmentId ?? 0)))
    .$if(bureauId !== undefined, (qb) => qb.where(same('improvements.bureauId', bureauId ?? 0)))
    .$if(elsewhere !== undefined, (qb) =>
      qb.where(isElsewhere(db, elsewhere, notBy, sql`("improvements"."projects" || '')`)),
    )
    .where((eb) => eb.and(terms.map((term) => hasTerm(sql.ref('improvements.id'), term))))
}

type Ids = ReturnType<typeof walked>
type Key = ReturnType<typeof keyOf>

/** From the row with the id of the place on: where that stands in the order is read from the row itself. */
function pagedBy(ids: Ids, order: SortedOrder, { before, after }: Place, limit: number, key: Key): Ids {
  const down = after === undefined
  const from = before ?? after
  const beyond = sql<boolean>`(${key}, "improvements"."id") ${down ? sql`<` : sql`>`} (
    (select ${keyOf(order, 'reached')} from "improvements" as "reached" where "reached"."id" = ${from}), ${from})`
  return ids
    .$if(from !== undefined, (qb) => qb.where(beyond))
    .orderBy(key, down ? 'desc' : 'asc')
    .orderBy('improvements.id', down ? 'desc' : 'asc')
    .limit(limit)
}

/** What an order goes by, spelled as its index is. */
export function keyOf(order: SortedOrder, table = 'improvements') {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return order === 'copies'
    ? sql<number>`${column('copies')}`
    : sql<number>`coalesce(${column('minutesPerYear')}, 0)`
}

export function unindexed(key: Key): Key {
  return sql<number>`(${key} + 0)`
}

export function hasTerm(id: ReturnType<typeof sql.ref>, term: string) {
  return sql<boolean>`exists (
    select 1 from "improvementTags" where "improvementTags"."improvementId" = ${id} and "improvementTags"."tag" = ${term})`
}

function underTerm(db: Db, term: string) {
  return db
    .selectFrom('improvementTags')
    .select(['improvementTags.improvementId as id', 'improvementTags.fiscalYear'])
    .where('improvementTags.tag', '=', term)
}

/** As a condition on a row of the shelf; `projects` is its column. */
export function isElsewhere(
  db: Db,
  elsewhere: string | undefined,
  notBy: number | undefined,
  projects = sql`"improvements"."projects"`,
) {
  const each = isPostgres(db)
    ? sql`select jsonb_array_elements_text(cast(${elsewhere} as jsonb))`
    : sql`select "value" from json_each(${elsewhere})`
  return sql<boolean>`${projects} in (${each}) and "improvements"."departmentId" <> ${notBy}`
}

function inPlace(db: Db, { departmentId, bureauId, elsewhere, notBy }: Shelf) {
  return db
    .selectFrom('improvements')
    .select(['improvements.id', 'improvements.fiscalYear'])
    .$if(departmentId !== undefined, (qb) => qb.where('improvements.departmentId', '=', departmentId ?? 0))
    .$if(bureauId !== undefined, (qb) => qb.where('improvements.bureauId', '=', bureauId ?? 0))
    .$if(elsewhere !== undefined, (qb) => qb.where(isElsewhere(db, elsewhere, notBy)))
}
