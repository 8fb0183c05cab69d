import { type AnyDb, createIndex, createTable, mayReference, references, text } from '../columns'

/** What happens to a question on its way: a later day, another department, and a word with the proposer. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'considerationExtensions', {
    id: 'key',
    considerationId: references('considerations'),
    fromDueOn: text,
    dueOn: text,
    reason: text,
    extendedAt: text,
    extendedById: references('people'),
  })
  await createIndex(db, 'considerationExtensions', 'considerationId')
  await createTable(db, 'considerationReassignments', {
    id: 'key',
    considerationId: references('considerations'),
    fromDepartmentId: references('departments'),
    toDepartmentId: references('departments'),
    reason: text,
    reassignedAt: text,
    reassignedById: references('people'),
  })
  await createIndex(db, 'considerationReassignments', 'considerationId')
  await createTable(db, 'proposerQuestions', {
    id: 'key',
    proposalId: references('proposals'),
    askedFor: text,
    askedById: references('people'),
    question: text,
    askedAt: text,
    answer: 'text',
    answeredAt: 'text',
    answeredById: mayReference('people'),
  })
  await createIndex(db, 'proposerQuestions', 'proposalId, id')
}
