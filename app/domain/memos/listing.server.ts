import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema'
import { type Instant, laterBy } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { nested, rowsOf } from '../nested.server'
import type { Actor } from '../organisation/actor'
import { validOn } from '../organisation/validity'
import { isOwnDraft, type PracticeStage } from '../practices/practice'
import { isEditable, type Stage } from '../proposals/lifecycle'
import { memoLimits, type Sharing } from './memo'
import type { Grown, ShownMemo } from './shown'
import { isCompanion, isSeenBy, isSharedWith } from './seen.server'

const DAY_MS = 24 * 60 * 60 * 1000

/** The reader's own, and where the reader thinks along, the newest first. */
export async function listOwnMemos(db: Db, actor: Actor): Promise<ShownMemo[]> {
  const rows = await selectShown(db, actor)
    .where('memos.id', 'in', memosOf(db, actor))
    .orderBy('memos.id', 'desc')
    .limit(memoLimits.memos + mostShared)
    .execute()
  return rows.map((row) => shownOf(actor, row))
}

/** The keys: two walks along an index, since a condition of either would read every memo there is. */
function memosOf(db: Db, { personId }: Actor) {
  return db
    .selectFrom('memos as own')
    .select('own.id')
    .where('own.personId', '=', personId)
    .union(db.selectFrom('memoCompanions').select('memoId as id').where('personId', '=', personId))
}

const mostShared = 50

/** What others share with the reader to look for companions, the newest first; at most fifty. */
export async function listSharedMemos(db: Db, actor: Actor): Promise<ShownMemo[]> {
  const rows = await selectShown(db, actor)
    .where('memos.sharing', '<>', 'nobody')
    .where('memos.personId', '<>', actor.personId)
    .where(isSharedWith(actor))
    .where(({ not }) => not(isCompanion(actor)))
    .orderBy('memos.id', 'desc')
    .limit(mostShared)
    .execute()
  return rows.map((row) => shownOf(actor, row))
}

/** Throws NotFound for what is not the reader's to know. */
export async function findMemoSeenBy(db: Db, actor: Actor, memoId: number): Promise<ShownMemo> {
  const row = await selectShown(db, actor)
    .where('memos.id', '=', memoId)
    .where(isSeenBy(actor))
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return shownOf(actor, row)
}

/** What the person removed and can still bring back, the last one first. */
export async function listRemovedMemos(db: Db, { personId }: Actor, now: Instant) {
  return db
    .selectFrom('memos')
    .select(['id', 'text', 'removedAt'])
    .where('personId', '=', personId)
    .where('removedAt', '>=', laterBy(now, -memoLimits.keptDays * DAY_MS))
    .orderBy('removedAt', 'desc')
    .limit(mostShared)
    .execute()
}

function selectShown(db: Db, { today }: Actor) {
  return db
    .selectFrom('memos')
    .innerJoin('people', 'people.id', 'memos.personId')
    .leftJoin('departments', 'departments.id', 'memos.departmentId')
    .leftJoin('practices', 'practices.id', 'memos.practiceId')
    .leftJoin('proposals', 'proposals.id', 'memos.proposalId')
    .select(['memos.id', 'memos.text', 'memos.writtenAt', 'memos.sharing', 'memos.version'])
    .select(['memos.personId', 'people.name', 'departments.name as departmentName'])
    .select([
      'practices.id as practiceId',
      'practices.title as practiceTitle',
      'practices.stage as practiceStage',
    ])
    .select([
      'proposals.id as proposalId',
      'proposals.title as proposalTitle',
      'proposals.stage as proposalStage',
    ])
    .select((eb) => [
      placesOf(db, eb, today).as('places'),
      companionsIn(db, eb, today).as('companions'),
      photosIn(db, eb).as('photos'),
    ])
    .where('memos.removedAt', 'is', null)
}

/** Where the writer works today. */
function placesOf(db: Db, eb: ExpressionBuilder<Database, 'memos'>, today: string) {
  return nested(
    db,
    eb
      .selectFrom('appointments')
      .innerJoin('departments as places', 'places.id', 'appointments.departmentId')
      .select('places.name')
      .whereRef('appointments.personId', '=', 'memos.personId')
      .where('appointments.kind', '=', 'main')
      .where(validOn('appointments', today)),
  )
}

function companionsIn(db: Db, eb: ExpressionBuilder<Database, 'memos'>, today: string) {
  return nested(
    db,
    eb
      .selectFrom('memoCompanions')
      .innerJoin('people as companions', 'companions.id', 'memoCompanions.personId')
      .leftJoin('appointments', (join) =>
        join
          .onRef('appointments.personId', '=', 'companions.id')
          .on('appointments.kind', '=', 'main')
          .on(validOn('appointments', today)),
      )
      .leftJoin('departments as theirs', 'theirs.id', 'appointments.departmentId')
      .select(['companions.id as personId', 'companions.name', 'theirs.name as departmentName'])
      .whereRef('memoCompanions.memoId', '=', 'memos.id')
      .orderBy('memoCompanions.joinedAt')
      .orderBy('companions.id'),
  )
}

function photosIn(db: Db, eb: ExpressionBuilder<Database, 'memos'>) {
  return nested(
    db,
    eb
      .selectFrom('attachments')
      .select(['attachments.id', 'attachments.description'])
      .whereRef('attachments.memoId', '=', 'memos.id')
      .orderBy('attachments.id'),
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectShown>['execute']>>[number]

function shownOf(actor: Actor, row: Row): ShownMemo {
  const { id, text, writtenAt, sharing, departmentName, version, personId, name } = row
  const [photo = null] = rowsOf(row.photos)
  return {
    ...{ id, text, writtenAt, departmentName, version, photo },
    sharing: sharing as Sharing,
    writer: { personId, name, departmentName: rowsOf(row.places)[0]?.name ?? null },
    companions: rowsOf(row.companions),
    grown: personId === actor.personId ? grownOf(row) : null,
  }
}

function grownOf(row: Row): Grown | null {
  if (row.practiceId !== null) {
    const isDraft = isOwnDraft({ stage: row.practiceStage as PracticeStage })
    return { into: 'practice', id: row.practiceId, title: row.practiceTitle ?? '', isDraft }
  }
  if (row.proposalId === null) return null
  const isDraft = isEditable(row.proposalStage as Stage)
  return { into: 'proposal', id: row.proposalId, title: row.proposalTitle ?? '', isDraft }
}
