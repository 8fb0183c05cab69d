import { addColumn, type AnyDb } from '../columns'

/** Two people may have the settings of a year open at once. */
export async function up(db: AnyDb): Promise<void> {
  await addColumn(db, 'fiscalYears', 'version', 'whole not null default 1')
}
