import { type AnyDb, createIndex } from '../columns'

/** What happened in a month is found by its days, for カイゼンニュース. */
export async function up(db: AnyDb): Promise<void> {
  await createIndex(db, 'improvements', 'publishedOn, id')
  await createIndex(db, 'proposals', 'notifiedAt', '"notifiedAt" is not null')
  await createIndex(db, 'spreads', 'stateSince')
  await createIndex(db, 'remarks', 'remarkedAt')
}
