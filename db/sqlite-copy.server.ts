import SqliteDatabase from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { LogHead } from '#db/backup-folder.server'
import type { Db } from '#db/connect.server'
import type { Database } from '#db/schema'
import { insistOnIntegrity } from '#db/sqlite-connection.server'
import { readerDialect } from '#db/sqlite-dialect.server'

/** A database file that nobody else has open, to be looked at only. */
export interface FrozenCopy {
  readonly db: Db
  countRows(): Record<string, number>
  close(): Promise<void>
}

/** Writes a consistent copy of a database that may be in use. Copying the file itself would mix old and new pages. */
export function copyInto(file: string, copy: string): void {
  const source = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
  try {
    source.prepare('vacuum into ?').run(copy)
  } finally {
    source.close()
  }
}

/** Throws when any page, index or reference of the file is damaged. */
export function openFrozen(file: string): FrozenCopy {
  const raw = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
  try {
    raw.pragma('cell_size_check = ON')
    raw.pragma('trusted_schema = OFF')
    insistOnIntegrity(raw, 'integrity_check')
  } catch (error) {
    raw.close()
    throw error
  }
  return {
    db: new Kysely<Database>({ dialect: readerDialect(raw) }),
    countRows() {
      const tables = raw
        .prepare("select name from sqlite_schema where type = 'table' order by name")
        .pluck()
        .all()
      const count = (table: unknown) =>
        raw
          .prepare(`select count(*) from "${String(table)}"`)
          .pluck()
          .get()
      return Object.fromEntries(tables.map((table) => [table, count(table)])) as Record<string, number>
    },
    async close() {
      raw.close()
    },
  }
}

/** How the log of a database ends that is about to be replaced; null where it cannot be read any more. */
export function logHeadOf(file: string): LogHead | null {
  try {
    const raw = new SqliteDatabase(file, { readonly: true, fileMustExist: true })
    try {
      const last = raw.prepare('select "seq", "hash" from "events" order by "seq" desc limit 1').get()
      return (last as LogHead | undefined) ?? null
    } finally {
      raw.close()
    }
  } catch {
    return null
  }
}

/** What a restored database must not bring back: who was signed in, and which forms had been sent. */
export function forgetSessions(file: string): void {
  const raw = new SqliteDatabase(file, { fileMustExist: true })
  try {
    raw.pragma('journal_mode = DELETE')
    raw.pragma('synchronous = FULL')
    raw.exec('begin; delete from "sessions"; delete from "formKeys"; delete from "interruptedForms"; commit')
  } finally {
    raw.close()
  }
}
