import { type AnyDb, createTable, longText, references, text } from '../columns'

/** What whoever copies an improvement needs to know, from those who made it. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'copyingGuides',
    {
      improvementId: references('improvements'),
      steps: longText,
      contact: longText,
      cautions: longText,
      version: 'whole not null default 1',
      writtenAt: text,
      writtenById: references('people'),
    },
    ['primary key ("improvementId")'],
  )
}
