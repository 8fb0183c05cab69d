import { PostgresAdapter } from 'kysely'
import type { Db } from './context'

/** The text index and lists inside of rows are what the two databases do each in their own way. */
export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}
