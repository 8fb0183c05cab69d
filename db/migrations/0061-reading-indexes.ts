import { type AnyDb, createIndex } from '../columns'

export async function up(db: AnyDb): Promise<void> {
  // The indicator reads every project of a year: by these it counts without touching the rows.
  await createIndex(db, 'projectYears', 'fiscalYear, departmentId, inScope, projectId')
  await createIndex(db, 'attainments', 'fiscalYear, projectId, firstOn')
  // What a department was before is asked with every permission; without it the database sorts the table each time.
  await createIndex(db, 'departmentSuccessors', 'toId, fromId, effectiveOn')
}
