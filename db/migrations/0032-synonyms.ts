import { type AnyDb, createTable, text } from '../columns'

/** Words that mean the same in this office. */
export async function up(db: AnyDb): Promise<void> {
  await createTable(db, 'synonyms', { id: 'key', words: text })
}
