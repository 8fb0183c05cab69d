import { type AnyDb, createIndex, createTable, text } from '../columns'

/** How often a password was tried, counted for all processes together. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'attempts', {
    keyHash: 'text not null primary key',
    count: 'whole not null',
    endsAt: text,
  })
  await createIndex(db, 'attempts', 'endsAt')
}
