import { addColumn, type AnyDb, createTable, mayReference, text } from '../columns'

/** What a person has looked through before a year begins, and from when on that is asked for. */
export async function up(db: AnyDb): Promise<void> {
  await addColumn(db, 'fiscalYears', 'prepareDaysBefore', 'whole not null default 60')
  await createTable(
    db,
    'yearChecks',
    {
      fiscalYear: 'whole not null references "fiscalYears" ("fiscalYear")',
      item: text,
      checkedAt: text,
      checkedById: mayReference('people'),
    },
    ['primary key ("fiscalYear", "item")'],
  )
}
