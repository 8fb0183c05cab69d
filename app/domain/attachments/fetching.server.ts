import type { ExpressionBuilder, ExpressionWrapper, Selection, SqlBool } from 'kysely'
import type { Database } from '#db/schema'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { type Nested, nested, rowsOf } from '../nested.server'
import { worded } from '../worded.server'
import { type Place, type ShownAttachment, shownTo, type StoredAttachment, type Subject } from './attachment'
import { formatOfMediaType } from './format'

/** The files of one matter in the order in which they were attached. */
export async function listAttachments(db: Db, subject: Subject): Promise<StoredAttachment[]> {
  return (await selectOfSubject(db, { ...subject })).map(storedOf)
}

const selectOfSubject = worded((db, subject: Subject) =>
  db.selectFrom('attachments').select(attachmentColumns).where(ofSubject(subject)).orderBy('id'),
)

/** As a column of a proposal: its files in the same order. */
export function attachmentsIn(db: Db, eb: ExpressionBuilder<Database, 'proposals'>) {
  return nested(
    db,
    eb
      .selectFrom('attachments')
      .select(attachmentColumns)
      .whereRef('attachments.proposalId', '=', 'proposals.id')
      .orderBy('attachments.id'),
  )
}

/** As a column of a report. */
export function practiceFilesIn(db: Db, practiceId: number) {
  return nested(
    db,
    db
      .selectFrom('attachments')
      .select(attachmentColumns)
      .where('attachments.practiceId', '=', practiceId)
      .orderBy('attachments.id'),
  )
}

/** The files of a report, whose people are no secret to whoever may read it. */
export function practiceFilesOf(column: Nested<Row>): ShownAttachment[] {
  return shownTo({ knowsAuthors: true }, attachmentsOf(column))
}

export function attachmentsOf(column: Nested<Row>): StoredAttachment[] {
  return rowsOf(column).map(storedOf)
}

/** The files of a report, whose people are no secret to whoever may read it. */
export async function listPracticeFiles(db: Db, practiceId: number): Promise<ShownAttachment[]> {
  return shownTo({ knowsAuthors: true }, await listAttachments(db, { practiceId }))
}

/** One file with whose it is, for whoever asks that matter's owner who may read it. Throws NotFound. */
export async function findAttachment(db: Db, attachmentId: number) {
  const row = await db
    .selectFrom('attachments')
    .select(['id', 'proposalId', 'practiceId', 'memoId', 'mediaType', 'bytes', 'sha256', 'thumbnailSha256'])
    .where('id', '=', attachmentId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { proposalId, practiceId, memoId, ...file } = row
  return { ...file, subject: subjectOf({ proposalId, practiceId, memoId }) }
}

function subjectOf({ proposalId, practiceId, memoId }: Record<string, number | null>): Subject {
  if (proposalId) return { proposalId }
  return practiceId ? { practiceId } : { memoId: memoId ?? 0 }
}

export function ofSubject(subject: Subject) {
  return (
    eb: ExpressionBuilder<Database, 'attachments'>,
  ): ExpressionWrapper<Database, 'attachments', SqlBool> =>
    'proposalId' in subject
      ? eb('attachments.proposalId', '=', subject.proposalId)
      : 'practiceId' in subject
        ? eb('attachments.practiceId', '=', subject.practiceId)
        : eb('attachments.memoId', '=', subject.memoId)
}

/** For a statement of another room that lists files; `storedOf` makes of them what they are. */
export const attachmentColumns = [
  ...(['attachments.id', 'attachments.place', 'attachments.fileName', 'attachments.mediaType'] as const),
  ...(['attachments.bytes', 'attachments.description', 'attachments.width', 'attachments.height'] as const),
] as const

type Row = Selection<Database, 'attachments', (typeof attachmentColumns)[number]>

export function storedOf({ mediaType, place, ...row }: Row): StoredAttachment {
  return { ...row, place: place as Place, format: formatOfMediaType(mediaType) }
}
