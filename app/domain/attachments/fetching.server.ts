import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Database } from '#db/schema'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { type Place, type ShownAttachment, shownTo, type StoredAttachment, type Subject } from './attachment'
import { formatOfMediaType } from './format'

/** The files of one matter in the order in which they were attached. */
export async function listAttachments(db: Db, subject: Subject): Promise<StoredAttachment[]> {
  const rows = await selectAttachments(db).where(ofSubject(subject)).orderBy('id').execute()
  return rows.map(storedOf)
}

/** The same for several proposals, by their keys. */
export async function listAttachmentsOfProposals(
  db: Db,
  proposalIds: readonly number[],
): Promise<Map<number, StoredAttachment[]>> {
  const rows = await selectAttachments(db)
    .select((eb) => eb.ref('proposalId').$notNull().as('proposalId'))
    .where('proposalId', 'in', [...proposalIds])
    .orderBy('id')
    .execute()
  const files = new Map<number, StoredAttachment[]>()
  for (const { proposalId, ...row } of rows) {
    files.set(proposalId, [...(files.get(proposalId) ?? []), storedOf(row)])
  }
  return files
}

/** The files of a report, whose people are no secret to whoever may read it. */
export async function listPracticeFiles(db: Db, practiceId: number): Promise<ShownAttachment[]> {
  return shownTo({ knowsAuthors: true }, await listAttachments(db, { practiceId }))
}

/** One file with whose it is, for whoever asks that matter's owner who may read it. Throws NotFound. */
export async function findAttachment(db: Db, attachmentId: number) {
  const row = await db
    .selectFrom('attachments')
    .select(['id', 'proposalId', 'practiceId', 'mediaType', 'bytes', 'sha256', 'thumbnailSha256'])
    .where('id', '=', attachmentId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { proposalId, practiceId, ...file } = row
  const subject: Subject = proposalId === null ? { practiceId: practiceId ?? 0 } : { proposalId }
  return { ...file, subject }
}

export function ofSubject(subject: Subject) {
  return (
    eb: ExpressionBuilder<Database, 'attachments'>,
  ): ExpressionWrapper<Database, 'attachments', SqlBool> =>
    'proposalId' in subject
      ? eb('attachments.proposalId', '=', subject.proposalId)
      : eb('attachments.practiceId', '=', subject.practiceId)
}

function storedOf<Row extends { mediaType: string; place: string }>({ mediaType, place, ...row }: Row) {
  return { ...row, place: place as Place, format: formatOfMediaType(mediaType) }
}

function selectAttachments(db: Db) {
  return db
    .selectFrom('attachments')
    .select(['id', 'place', 'fileName', 'mediaType', 'bytes', 'description', 'width', 'height'])
}
