import type { Statement } from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Connections } from '#db/connect.server'
import type { Database } from '#db/schema'
import { openInMemory } from '#db/sqlite-connection.server'
import { writerDialect } from '#db/sqlite-dialect.server'
import { beginAnew, createDiary, keepDiary } from '#tests/support/diary.server'

type Raw = ReturnType<typeof openInMemory>

/*
 * SQLite takes longer to prepare a statement than to answer it, and a database that is opened has to prepare them all. So
 * each worker of the run keeps its databases, one for every world that is open at the same time. All that is done in a world
 * lies in one transaction that is undone when the world is closed, and the transactions of the product are parts of it.
 */
const idle: { raw: Raw; db: Connections['writer'] }[] = []

/** A database without a row, made from the migrated `image`, that nobody else uses until it is closed. */
export function emptyDatabase(image: Buffer): Connections {
  const kept = idle.pop() ?? open(image)
  kept.raw.exec('begin')
  beginAnew(kept.db)
  let isOpen = true
  return {
    ...{ writer: kept.db, reader: kept.db, dialect: 'sqlite' },
    async close() {
      if (!isOpen) return
      isOpen = false
      kept.raw.exec('rollback')
      idle.push(kept)
    },
  }
}

function open(image: Buffer) {
  const raw = openInMemory(image)
  const diary = createDiary()
  const db = new Kysely<Database>({ dialect: writerDialect(nesting(raw)), log: diary.note })
  keepDiary(db, diary)
  return { raw, db }
}

/** What begins and ends a transaction, as the statements of one that lies in another. */
const nested: Readonly<Record<string, readonly string[]>> = {
  'begin immediate': ['savepoint "act"'],
  commit: ['release "act"'],
  rollback: ['rollback to "act"', 'release "act"'],
}

function nesting(raw: Raw): Raw {
  const prepare = (text: string) => {
    const instead = nested[text]?.map((statement) => raw.prepare(statement))
    if (!instead) return raw.prepare(text)
    const run = () => instead.map((statement) => statement.run()).at(-1)
    return { readonly: true, reader: false, run } as unknown as Statement
  }
  return { prepare, close: () => raw.close() } as unknown as Raw
}
