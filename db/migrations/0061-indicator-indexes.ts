import { type AnyDb, createIndex } from '../columns'

/** The indicator reads every project of a year: by these it counts without touching the rows. */
export async function up(db: AnyDb): Promise<void> {
  await createIndex(db, 'projectYears', 'fiscalYear, departmentId, inScope, projectId')
  await createIndex(db, 'attainments', 'fiscalYear, projectId, firstOn')
}
