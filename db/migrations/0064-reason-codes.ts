import { addColumn, type AnyDb } from '../columns'

/** A reason is not taken away but retired: what was decided with it keeps its words. */
export async function up(db: AnyDb): Promise<void> {
  await addColumn(db, 'reasonCodes', 'retiredAt', 'text')
}
