import { type ExpressionBuilder, sql } from 'kysely'
import type { Database } from '#db/schema'
import type { Db } from '../context'
import { worded } from '../worded.server'
import { type Page, pageOf, pageSize, type Place } from './keyset'

export interface Filter {
  readonly fiscalYear?: number | undefined
  /** 課, or the bureau itself for what its own staff did. */
  readonly departmentId?: number | undefined
  /** 部 with all its sections. */
  readonly bureauId?: number | undefined
  readonly tag?: string | undefined
}

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

/** One page of the library, newest first, in two statements whose cost does not grow with the library. */
export async function listImprovements(db: Db, filter: Filter, place: Place): Promise<ListedPage> {
  const total = await countUpToLimit(db, filter)
  const fetched = await selectPage(db, { ...filter, ...place })
  return { ...pageOf(fetched, place), total: Math.min(total, countedUpTo), capped: total > countedUpTo }
}

type Asked = { [Key in keyof (Filter & Place)]: (Filter & Place)[Key] }

const selectPage = worded((db, asked: Asked) =>
  selectListed(db)
    .where('improvements.id', 'in', idsOf(db, asked, asked, pageSize + 1))
    .orderBy('improvements.id', asked.after === undefined ? 'desc' : 'asc'),
)

/** The newest 10,000 of the list, for a file. */
export async function listImprovementsToDownload(db: Db, filter: Filter): Promise<DownloadedImprovement[]> {
  return selectDownloaded(db)
    .where('improvements.id', 'in', idsOf(db, filter, {}, mostDownloaded))
    .execute()
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
    .orderBy('improvements.id', 'desc')
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
      'departments.name as departmentName',
      'attachments.id as photoId',
      'attachments.description as photoDescription',
    ])
}

/** The photo that stands for an improvement: of how it is now, else the first. */
function photoOf(eb: ExpressionBuilder<Database, 'improvements'>) {
  return eb
    .selectFrom('attachments as photos')
    .select('photos.id')
    .where('photos.place', '<>', 'document')
    .where((photo) =>
      photo.or([
        photo('photos.practiceId', '=', photo.ref('improvements.practiceId')),
        photo('photos.proposalId', '=', photo.ref('improvements.proposalId')),
      ]),
    )
    .orderBy((photo) => photo.case().when('photos.place', '=', 'after').then(0).else(1).end())
    .orderBy('photos.id')
    .limit(1)
}

async function countUpToLimit(db: Db, filter: Filter): Promise<number> {
  const [row] = await selectCount(db, { ...filter })
  return row?.total ?? 0
}

const selectCount = worded((db, filter: Omit<Asked, keyof Place>) =>
  db
    .selectFrom(
      filtered(db, filter)
        .limit(countedUpTo + 1)
        .as('found'),
    )
    .select((eb) => eb.fn.countAll<number>().as('total')),
)

function idsOf(db: Db, filter: Filter, { before, after }: Place, limit: number) {
  return filtered(db, filter)
    .$if(before !== undefined, (qb) => qb.where('id', '<', before ?? 0))
    .$if(after !== undefined, (qb) => qb.where('id', '>', after ?? 0))
    .orderBy('id', after === undefined ? 'desc' : 'asc')
    .limit(limit)
}

/** Walks the index of the narrowest condition in the order of ids; never a sort over all that fits. */
function filtered(db: Db, { fiscalYear, departmentId, bureauId, tag }: Filter) {
  return db
    .selectFrom(
      tag !== undefined && departmentId === undefined && bureauId === undefined
        ? tagged(db, tag).as('shelf')
        : untagged(db, { departmentId, bureauId, tag }).as('shelf'),
    )
    .select('shelf.id')
    .$if(fiscalYear !== undefined, (qb) => qb.where('shelf.fiscalYear', '=', fiscalYear ?? 0))
}

function tagged(db: Db, tag: string) {
  return db
    .selectFrom('improvementTags')
    .select(['improvementTags.improvementId as id', 'improvementTags.fiscalYear'])
    .where('improvementTags.tag', '=', tag)
}

function untagged(db: Db, { departmentId, bureauId, tag }: Omit<Filter, 'fiscalYear'>) {
  return db
    .selectFrom('improvements')
    .select(['improvements.id', 'improvements.fiscalYear'])
    .$if(departmentId !== undefined, (qb) => qb.where('improvements.departmentId', '=', departmentId ?? 0))
    .$if(bureauId !== undefined, (qb) => qb.where('improvements.bureauId', '=', bureauId ?? 0))
    .$if(tag !== undefined, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom('improvementTags')
            .select(sql.lit(1).as('one'))
            .whereRef('improvementTags.improvementId', '=', 'improvements.id')
            .where('improvementTags.tag', '=', tag ?? ''),
        ),
      ),
    )
}
