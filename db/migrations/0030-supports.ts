import { type AnyDb, createIndex, createTable, longText, references, text } from '../columns'

/** What others say to a proposal, by name. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'supports', {
    id: 'key',
    proposalId: references('proposals'),
    personId: references('people'),
    how: text,
    text: longText,
    supportedAt: text,
    withdrawnAt: 'text',
  })
  await createIndex(db, 'supports', 'proposalId, id')
  await createIndex(db, 'supports', 'personId, id')
}
