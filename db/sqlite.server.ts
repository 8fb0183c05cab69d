import type { Database as Raw } from 'better-sqlite3'
import { type Dialect, Kysely, type Logger } from 'kysely'
import type { Connections } from '#db/connect.server'
import type { Database } from '#db/schema'
import { openInMemory, openReader, openWriter } from '#db/sqlite-connection.server'
import { readerDialect, writerDialect } from '#db/sqlite-dialect.server'

/** Opens the file for one writer and one reader, and creates it when it is missing. */
export function openSqlite(file: string, onStatement?: Logger): Connections {
  const raw = openWriter(file) // first, for it creates the file and its journal
  const rawReader = openReader(file)
  const log = onStatement && { log: onStatement }
  const writer = kysely(writerDialect(raw), log)
  const reader = kysely(readerDialect(rawReader), log)
  return remember(raw, {
    writer,
    reader,
    dialect: 'sqlite',
    async close() {
      await reader.destroy()
      await writer.destroy()
      // Kysely leaves a connection open that it never used. The last one to close folds the journal into the file.
      rawReader.close()
      raw.close()
    },
  })
}

/** A database in memory, fresh or from `serialize()`. One connection reads and writes: made for tests. */
export function openSerialized(image?: Buffer): Connections {
  const raw = openInMemory(image)
  const db = kysely(writerDialect(raw))
  return remember(raw, { writer: db, reader: db, dialect: 'sqlite', close: () => db.destroy() })
}

/** The whole database as bytes, for `openSerialized`. */
export function serialize(connections: Connections): Buffer {
  return rawOf(connections).serialize()
}

/** The handle behind the connections, for what Kysely has no words for. Never for statements of the application. */
export function rawOf(connections: Connections): Raw {
  const raw = handles.get(connections)
  if (!raw) throw new Error('These connections are not to SQLite')
  return raw
}

const handles = new WeakMap<Connections, Raw>()

function remember(raw: Raw, connections: Connections): Connections {
  handles.set(connections, raw)
  return connections
}

function kysely(dialect: Dialect, log?: { log: Logger }) {
  return new Kysely<Database>({ dialect, ...log })
}
