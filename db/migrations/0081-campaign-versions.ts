import { addColumn, type AnyDb, createIndex } from '../columns'

/** Two people may have a 募集 open at once; what was proposed for one is counted on its page. */
export async function up(db: AnyDb): Promise<void> {
  await addColumn(db, 'campaigns', 'version', 'whole not null default 1')
  await createIndex(db, 'proposals', 'campaignId, submittedAt')
  await createIndex(db, 'proposals', 'themeId', '"themeId" is not null')
}
