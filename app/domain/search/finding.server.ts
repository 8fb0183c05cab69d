import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../context'
import { hasTerm, isElsewhere, shelfOf, sortedIds } from '../improvements/filtering.server'
import { pageOf, pageSize, type Place } from '../improvements/keyset'
import {
  countedUpTo,
  type DownloadedImprovement,
  inOrder,
  type ListedPage,
  mostDownloaded,
  selectDownloaded,
  selectListed,
} from '../improvements/listing.server'
import { type Filter, type ShelfOrder, termsBesides } from '../improvements/library'
import { isPostgres } from '../dialect.server'
import { marksFor } from './marks'
import { fts5Match, type Query, tsQuery } from './query'

/**
 * The improvements that hold every word of the query and fit the filter. Finds exactly what stands there: no ranking, no
 * guessing, so that “nothing found” means that there is nothing. Another order than the newest is one of the newest
 * 1,000 hits.
 */
export async function searchImprovements(
  db: Db,
  query: Query,
  filter: Filter,
  place: Place,
  order: ShelfOrder = 'new',
): Promise<ListedPage> {
  const matching = matchingIn(db, query, filter)
  const total = await countUpToLimit(db, matching.all)
  const few = total <= countedUpTo
  const fetched =
    order === 'new'
      ? await selectListed(db)
          .where('improvements.id', 'in', matching.ids(place, few, pageSize + 1))
          .orderBy('improvements.id', place.after === undefined ? 'desc' : 'asc')
          .execute()
      : await selectListed(db)
          .where(
            'improvements.id',
            'in',
            sortedIds(db, matching.ids({}, few, countedUpTo), order, place, pageSize + 1),
          )
          .$call((rows) => inOrder(rows, order, place))
          .execute()
  return { ...pageOf(fetched, place), total: Math.min(total, countedUpTo), capped: total > countedUpTo }
}

/** The first 10,000 of them, for a file, or fewer for paper; in another order those of the newest 1,000. */
export async function searchImprovementsToDownload(
  db: Db,
  query: Query,
  filter: Filter,
  order: ShelfOrder = 'new',
  limit = mostDownloaded,
): Promise<DownloadedImprovement[]> {
  const { ids } = matchingIn(db, query, filter)
  if (order === 'new') {
    return selectDownloaded(db)
      .where('improvements.id', 'in', ids({}, true, limit))
      .orderBy('improvements.id', 'desc')
      .execute()
  }
  const sorted = sortedIds(db, ids({}, true, countedUpTo), order, {}, limit)
  return inOrder(selectDownloaded(db).where('improvements.id', 'in', sorted), order, {}).execute()
}

interface Matching {
  /** Ids in no order. */
  readonly all: RawBuilder<unknown>
  /** Some of them in the order of a place, as a subquery. Few hits are better collected first, many better met on the way. */
  ids(place: Place, few: boolean, limit: number): RawBuilder<number>
}

function matchingIn(db: Db, query: Query, filter: Filter): Matching {
  return isPostgres(db) ? matchingInPostgres(db, query, filter) : matchingInSqlite(db, query, filter)
}

async function countUpToLimit(db: Db, all: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    total: number
  }>`select count(*) as "total" from (${all} limit ${sql.lit(countedUpTo + 1)}) as "found"`.execute(db)
  return rows[0]?.total ?? 0
}

function matchingInSqlite(db: Db, query: Query, filter: Filter): Matching {
  const match = fts5Match(query, marksFor(filter))
  // By its full name: inside a condition with a table of its own the short one would be that table's.
  const id = sql.ref('improvementIndex.rowid')
  const all = sql`select rowid from "improvementIndex" where "improvementIndex" match ${match} ${under(db, filter, id)}`
  return {
    all,
    ids: (place, _few, limit) => sql<number>`(${all} ${within(id, place)} ${ordered(id, place, limit)})`,
  }
}

function matchingInPostgres(db: Db, query: Query, filter: Filter): Matching {
  const wanted = tsQuery(query, marksFor(filter))
  const id = sql.ref('improvementTexts.improvementId')
  const all = sql`select "improvementId" from "improvementTexts" where "bigrams" @@ ${wanted}::tsquery ${under(db, filter, id)}`
  return {
    all,
    // Left to itself the planner walks down the key even for a word that hardly ever occurs.
    ids: (place, few, limit) =>
      few
        ? sql<number>`(
            with "hit" as materialized (${all} ${within(id, place)}) select "improvementId" from "hit" ${ordered(sql.ref('hit.improvementId'), place, limit)}
          )`
        : sql<number>`(${all} ${within(id, place)} ${ordered(id, place, limit)})`,
  }
}

/** What the text index does not hold as a mark. */
function under(db: Db, filter: Filter, id: ReturnType<typeof sql.ref>) {
  const terms = termsBesides(filter).map((term) => sql`and ${hasTerm(id, term)}`)
  const { elsewhere, notBy } = shelfOf(filter)
  const place =
    elsewhere === undefined
      ? []
      : [
          sql`and exists (select 1 from "improvements" where "improvements"."id" = ${id} and ${isElsewhere(db, elsewhere, notBy)})`,
        ]
  return terms.length + place.length === 0 ? sql`` : sql.join([...terms, ...place], sql` `)
}

function within(id: RawBuilder<unknown>, { before, after }: Place) {
  return sql`${before === undefined ? sql`` : sql`and ${id} < ${before}`} ${after === undefined ? sql`` : sql`and ${id} > ${after}`}`
}

function ordered(id: RawBuilder<unknown>, { after }: Place, limit: number) {
  return sql`order by ${id} ${after === undefined ? sql`desc` : sql`asc`} limit ${sql.lit(limit)}`
}
