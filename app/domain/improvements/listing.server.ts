import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Database } from '#db/schema'
import type { Db } from '../context'
import { worded } from '../worded.server'
import {
  filtered,
  keyOf,
  newestIn,
  orderedIn,
  type Shelf,
  shelfOf,
  type SortedOrder,
  unindexed,
} from './filtering.server'
import { type Page, pageOf, pageSize, type Place } from './keyset'
import type { Filter, ShelfOrder } from './library'

export type ListedImprovement = Awaited<ReturnType<ReturnType<typeof selectListed>['execute']>>[number]

export interface ListedPage extends Page<ListedImprovement> {
  readonly total: number
  /** The total was counted up to `countedUpTo` only. */
  readonly capped: boolean
}

/** Rows of a file; whoever needs more narrows the list by year. */
export const mostDownloaded = 10_000

/** Counting on costs more than the list itself, and nobody reads the fifty-first page. */
export const countedUpTo = 1_000

/** Up to so many are collected and sorted; more are met on a walk in the order itself. */
const fewest = 2_000

/**
 * One page of the library in the order asked for. `total` is that of the summary, where it says it; otherwise it is
 * counted, up to a limit. What this costs does not grow with the library, or in the other orders with its root at most.
 */
export async function listImprovements(
  db: Db,
  filter: Filter,
  place: Place,
  { order = 'new', total: known }: { order?: ShelfOrder; total?: number | undefined } = {},
): Promise<ListedPage> {
  const total = known ?? (await countUpToLimit(db, filter))
  const capped = known === undefined && total > countedUpTo
  const fetched =
    order === 'new'
      ? await selectPage(db, { ...shelfOf(filter), ...place })
      : await selectListed(db)
          .where(
            'improvements.id',
            'in',
            orderedIn(db, shelfOf(filter), order, place, pageSize + 1, !capped && total <= fewest),
          )
          .$call((rows) => inOrder(rows, order, place))
          .execute()
  return { ...pageOf(fetched, place), total: capped ? countedUpTo : total, capped }
}

/** Puts the rows of one page in their order. */
export function inOrder<Tables, Names extends keyof Tables, Columns>(
  rows: SelectQueryBuilder<Tables, Names, Columns>,
  order: SortedOrder,
  { after }: Place,
): SelectQueryBuilder<Tables, Names, Columns> {
  const direction = after === undefined ? 'desc' : 'asc'
  return rows.orderBy(unindexed(keyOf(order)), direction).orderBy(sql.ref('improvements.id'), direction)
}

type Asked = { [Key in keyof (Shelf & Place)]: (Shelf & Place)[Key] }

const selectPage = worded((db, asked: Asked) =>
  selectListed(db)
    .where('improvements.id', 'in', newestIn(db, asked, asked, pageSize + 1))
    .orderBy('improvements.id', asked.after === undefined ? 'desc' : 'asc'),
)

/** The first 10,000 of the list in its order, for a file, or fewer for paper. */
export async function listImprovementsToDownload(
  db: Db,
  filter: Filter,
  order: ShelfOrder = 'new',
  limit = mostDownloaded,
): Promise<DownloadedImprovement[]> {
  const shelf = shelfOf(filter)
  const ids = order === 'new' ? newestIn(db, shelf, {}, limit) : orderedIn(db, shelf, order, {}, limit, false)
  const rows = selectDownloaded(db).where('improvements.id', 'in', ids)
  return (order === 'new' ? rows.orderBy('improvements.id', 'desc') : inOrder(rows, order, {})).execute()
}

/** A row of the file says more than one of the screen. */
export function selectDownloaded(db: Db) {
  return selectListed(db)
    .innerJoin('departments as bureaus', 'bureaus.id', 'improvements.bureauId')
    .select([
      'improvements.practiceId',
      'improvements.effectTags',
      'improvements.ictKind',
      'improvements.implementedOn',
      'improvements.publishedOn',
      'bureaus.name as bureauName',
    ])
}

export type DownloadedImprovement = Awaited<
  ReturnType<ReturnType<typeof selectDownloaded>['execute']>
>[number]

/** The columns a list shows, and no more: they travel to the browser twice. */
export function selectListed(db: Db) {
  return db
    .selectFrom('improvements')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .leftJoin('attachments', (join) => join.on((eb) => eb('attachments.id', '=', photoOf(eb))))
    .select([
      'improvements.id',
      'improvements.fiscalYear',
      'improvements.title',
      'improvements.excerpt',
      'improvements.authors',
      'improvements.minutesPerYear',
      'improvements.yenPerYear',
      'improvements.recurring',
      'improvements.state',
      'improvements.copies',
      'departments.name as departmentName',
      'attachments.id as photoId',
      'attachments.description as photoDescription',
    ])
}

/**
 * The photo that stands for an improvement: of how it is now, else the first; of its report or of its proposal. Each look-up
 * is a walk along the index: sorted by which of them it is, every row of the list would open a sorter of its own.
 */
function photoOf(eb: ExpressionBuilder<Database, 'improvements'>) {
  const first = (of: 'practiceId' | 'proposalId') =>
    eb
      .selectFrom('attachments as photos')
      .select(({ fn }) => fn.min('photos.id').as('id'))
      .whereRef(`photos.${of}`, '=', `improvements.${of}`)
  const after = (of: 'practiceId' | 'proposalId') => first(of).where('photos.place', '=', 'after')
  const any = (of: 'practiceId' | 'proposalId') => first(of).where('photos.place', '<>', 'document')
  return eb.fn.coalesce(after('practiceId'), any('practiceId'), after('proposalId'), any('proposalId'))
}

async function countUpToLimit(db: Db, filter: Filter): Promise<number> {
  const [row] = await selectCount(db, shelfOf(filter))
  return row?.total ?? 0
}

const selectCount = worded((db, shelf: { [Key in keyof Shelf]: Shelf[Key] }) =>
  db
    .selectFrom(
      filtered(db, shelf)
        .limit(countedUpTo + 1)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('total')),
)
