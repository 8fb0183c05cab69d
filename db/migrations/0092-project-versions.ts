import { addColumn, type AnyDb } from '../columns'

/** Two people may have the 事務事業 of a year open at once. */
export async function up(db: AnyDb): Promise<void> {
  await addColumn(db, 'projectYears', 'version', 'whole not null default 1')
}
