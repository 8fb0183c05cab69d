import { addColumn, type AnyDb } from '../columns'

/** Towns rank their posts differently: which of them stand in for heads is theirs to say. */
export async function up(db: AnyDb): Promise<void> {
  await addColumn(db, 'fiscalYears', 'deputyRank', 'whole not null default 2')
}
