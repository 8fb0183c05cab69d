import { type AnyDb, createIndex, run } from '../columns'

/** What home asks of everybody: what is open is a handful after ten years, and what was there ever is not. */
export async function up(db: AnyDb): Promise<void> {
  // An index of the open ones alone was passed over for the one of all that a department was ever asked.
  await createIndex(db, 'considerations', 'departmentId, answeredAt, dueOn')
  await run(db, 'drop index "considerations_departmentId_dueOn_some"')
  await createIndex(db, 'practices', 'reporterId, stage, stageSince')
}
