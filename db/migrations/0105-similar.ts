import { type AnyDb, createIndex } from '../columns'

/** The improvements of a project, whatever the year: what looks alike is looked for among them first. */
export async function up(db: AnyDb): Promise<void> {
  await createIndex(db, 'countedImprovements', 'projectId, improvementId')
}
