import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../context'
import { pageOf, pageSize, type Place } from '../improvements/keyset'
import {
  countedUpTo,
  type DownloadedImprovement,
  type Filter,
  type ListedPage,
  mostDownloaded,
  selectDownloaded,
  selectListed,
} from '../improvements/listing.server'
import { isPostgres } from './dialect.server'
import { marksFor } from './marks'
import { fts5Match, type Query, tsQuery } from './query'

/**
 * The improvements that hold every word of the query and fit the filter, newest first. Finds exactly what stands
 * there: no ranking, no guessing, so that “nothing found” means that there is nothing.
 */
export async function searchImprovements(
  db: Db,
  query: Query,
  filter: Filter,
  place: Place,
): Promise<ListedPage> {
  const matching = matchingIn(db, query, filter)
  const total = await countUpToLimit(db, matching.all)
  const fetched = await selectListed(db)
    .where('improvements.id', 'in', matching.ids(place, total <= countedUpTo, pageSize + 1))
    .orderBy('improvements.id', place.after === undefined ? 'desc' : 'asc')
    .execute()
  return { ...pageOf(fetched, place), total: Math.min(total, countedUpTo), capped: total > countedUpTo }
}

/** The newest 10,000 of them, for a file. */
export async function searchImprovementsToDownload(
  db: Db,
  query: Query,
  filter: Filter,
): Promise<DownloadedImprovement[]> {
  return selectDownloaded(db)
    .where('improvements.id', 'in', matchingIn(db, query, filter).ids({}, true, mostDownloaded))
    .execute()
}

interface Matching {
  /** Ids in no order. */
  readonly all: RawBuilder<unknown>
  /** Some of them in the order of a place, as a subquery. Few hits are better collected first, many better met on the way. */
  ids(place: Place, few: boolean, limit: number): RawBuilder<number>
}

function matchingIn(db: Db, query: Query, filter: Filter): Matching {
  return isPostgres(db) ? matchingInPostgres(query, filter) : matchingInSqlite(query, filter)
}

async function countUpToLimit(db: Db, all: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{
    total: number
  }>`select count(*) as "total" from (${all} limit ${sql.lit(countedUpTo + 1)}) as "found"`.execute(db)
  return rows[0]?.total ?? 0
}

function matchingInSqlite(query: Query, filter: Filter): Matching {
  const match = fts5Match(query, marksFor(filter))
  const all = sql`select rowid from "improvementIndex" where "improvementIndex" match ${match}`
  return {
    all,
    ids: (place, _few, limit) =>
      sql<number>`(${all} ${within(sql.ref('rowid'), place)} ${ordered(sql.ref('rowid'), place, limit)})`,
  }
}

function matchingInPostgres(query: Query, filter: Filter): Matching {
  const wanted = tsQuery(query, marksFor(filter))
  const id = sql.ref('improvementId')
  const all = sql`select "improvementId" from "improvementTexts" where "bigrams" @@ ${wanted}::tsquery`
  return {
    all,
    // Left to itself the planner walks down the key even for a word that hardly ever occurs.
    ids: (place, few, limit) =>
      few
        ? sql<number>`(
            with "hit" as materialized (${all} ${within(id, place)}) select "improvementId" from "hit" ${ordered(id, place, limit)}
          )`
        : sql<number>`(${all} ${within(id, place)} ${ordered(id, place, limit)})`,
  }
}

function within(id: RawBuilder<unknown>, { before, after }: Place) {
  return sql`${before === undefined ? sql`` : sql`and ${id} < ${before}`} ${after === undefined ? sql`` : sql`and ${id} > ${after}`}`
}

function ordered(id: RawBuilder<unknown>, { after }: Place, limit: number) {
  return sql`order by ${id} ${after === undefined ? sql`desc` : sql`asc`} limit ${sql.lit(limit)}`
}
