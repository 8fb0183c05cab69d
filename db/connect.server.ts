import { type Kysely, type Logger, PostgresAdapter } from 'kysely'
import type { Preparing } from '#db/postgres-client.server'
import { openPostgres } from '#db/postgres.server'
import type { Database } from '#db/schema'
import { openSqlite } from '#db/sqlite.server'

export type Db = Kysely<Database>

export interface Connections {
  readonly writer: Db
  /** Refuses every write, whatever the code does. */
  readonly reader: Db
  readonly dialect: 'sqlite' | 'postgres'
  close(): Promise<void>
}

export interface Opening {
  /** A read replica; without it the reader asks the same server. PostgreSQL only. */
  readonly readerUrl?: string
  /** Called once for every statement that is executed. */
  readonly onStatement?: Logger
  /** Which statements a connection keeps the plans of. PostgreSQL only. */
  readonly preparing?: Preparing
}

/** Opens `sqlite:/path/file.db` (created when missing) or `postgres://…`, and leaves the schema as it is. */
export function openDatabase(url: string, opening: Opening = {}): Connections {
  const file = sqliteFile(url)
  return file ? openSqlite(file, opening.onStatement) : openPostgres(url, opening)
}

export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}

/** The path of a SQLite address, nothing for PostgreSQL. Throws on any other address. */
export function sqliteFile(url: string): string | undefined {
  const file = /^sqlite:(.+)$/.exec(url)?.[1]
  if (!file && !/^postgres(ql)?:\/\/./.test(url)) {
    throw new Error('A database is given as sqlite:/path/file.db or postgres://…')
  }
  return file
}

/**
 * Whether a statement failed because the database cannot work just now (locked, disk full, unreachable), so that the
 * same request may succeed later. Nothing was written.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return (
    wordsOfLostConnection.test(error.message) ||
    /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)|55P03|57P0|53|08|ECONN|EPIPE|ETIMEDOUT)/.test(code)
  )
}

/** What pg says without a code when the server has gone or gives no connection in time. */
const wordsOfLostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/
