import { addColumn, type AnyDb, createIndex, createTable, mayReference, references, text } from '../columns'

/** 代理: a head's duties in another's hands for a period, and for whom an act was done. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'delegations', {
    id: 'key',
    departmentId: references('departments'),
    headId: references('people'),
    delegateId: references('people'),
    validFrom: text,
    validTo: text,
    namedAt: text,
    namedById: references('people'),
    endedAt: 'text',
    endedById: mayReference('people'),
  })
  await createIndex(db, 'delegations', 'delegateId, validTo')
  await createIndex(db, 'delegations', 'departmentId, validTo')
  // Departments without a head are found from the few posts that head one.
  await createIndex(db, 'appointments', 'postId, validFrom')
  await addColumn(db, 'events', 'onBehalfOfId', mayReference('people'))
  await addColumn(db, 'considerations', 'answeredForId', mayReference('people'))
  await addColumn(db, 'practices', 'confirmedForId', mayReference('people'))
  await addColumn(db, 'practiceReturns', 'returnedForId', mayReference('people'))
}
