import { type AnyDb, createIndex, createTable, mayReference, references, text } from '../columns'

/** 合議: what a department that considers a proposal asks of another one. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'consultations', {
    id: 'key',
    considerationId: references('considerations'),
    departmentId: references('departments'),
    question: text,
    askedAt: text,
    askedById: references('people'),
    opinion: 'text',
    answeredAt: 'text',
    answeredById: mayReference('people'),
    answeredForId: mayReference('people'),
  })
  await createIndex(db, 'consultations', 'considerationId, id')
  await createIndex(db, 'consultations', 'departmentId', '"answeredAt" is null')
}
