import { PostgresAdapter } from 'kysely'
import type { Db } from '../context'

/** The text index is the one thing that the two databases do each in their own way. */
export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}
