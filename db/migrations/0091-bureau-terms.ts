import { type AnyDb, createIndex, createTable, references, text } from '../columns'

/** Under which 部 a 課 stands from a day on, where that is another one than it began under. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(
    db,
    'bureauTerms',
    {
      departmentId: references('departments'),
      bureauId: references('departments'),
      validFrom: text,
      reorganisationId: references('reorganisations'),
    },
    ['primary key ("departmentId", "validFrom")'],
  )
  await createIndex(db, 'bureauTerms', 'bureauId')
  await createIndex(db, 'bureauTerms', 'reorganisationId')
}
