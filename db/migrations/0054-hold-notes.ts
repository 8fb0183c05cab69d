import { type AnyDb, createIndex, createTable, longText, references, text } from '../columns'

/** What whoever helps a proposal on hold 「伴走」 writes down for the day on which it comes back. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'holdNotes', {
    id: 'key',
    holdId: references('holds'),
    note: longText,
    writtenAt: text,
    writtenById: references('people'),
  })
  await createIndex(db, 'holdNotes', 'holdId, id')
}
