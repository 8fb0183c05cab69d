import { type AnyDb, createIndex, createTable, longText, mayReference, references, text } from '../columns'

/** Photos and documents of reports and proposals; their bytes lie in files named by their content. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'attachments',
    {
      id: 'key',
      proposalId: mayReference('proposals'),
      practiceId: mayReference('practices'),
      place: text,
      fileName: text,
      mediaType: text,
      bytes: 'whole not null',
      sha256: text,
      thumbnailSha256: 'text',
      width: 'whole',
      height: 'whole',
      description: longText,
      uploadedAt: text,
      uploadedById: references('people'),
    },
    ['check (("proposalId" is null) <> ("practiceId" is null))'],
  )
  await createIndex(db, 'attachments', 'proposalId, id', '"proposalId" is not null')
  await createIndex(db, 'attachments', 'practiceId, id', '"practiceId" is not null')
  await createIndex(db, 'attachments', 'sha256')
  await createIndex(db, 'attachments', 'thumbnailSha256', '"thumbnailSha256" is not null')
}
