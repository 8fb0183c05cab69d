import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Connections, openDatabase } from '#db/connect.server'
import { openSerialized, serialize } from '#db/sqlite.server'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sqlite-'))
  file = join(folder, 'town.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function withDatabase(use: (connections: Connections) => Promise<void>, onStatement?: () => void) {
  const connections = openDatabase(`sqlite:${file}`, onStatement && { onStatement })
  try {
    await use(connections)
  } finally {
    await connections.close()
  }
}

const createNotes = sql`create table notes (id integer primary key, body text not null) strict`
const addNote = (body: string) => sql`insert into notes (body) values (${body})`
const countNotes = sql<{ n: number }>`select count(*) as n from notes`

describe('a connection to SQLite', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['recursive_triggers', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['busy_timeout', 2000],
    ['journal_size_limit', 67_108_864],
    ['wal_autocheckpoint', 1000],
    ['mmap_size', 0],
    ['temp_store', 2],
    ['secure_delete', 2],
  ])('runs with %s = %s, when the file is reopened as well', async (name, expected) => {
    await withDatabase(({ writer }) => createNotes.execute(writer).then(() => undefined))
    await withDatabase(async ({ writer, reader }) => {
      for (const db of [writer, reader]) {
        const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)
        expect(Object.values(rows[0] ?? {})).toEqual([expected])
      }
    })
  })

  test('cannot write through the reader', () =>
    withDatabase(async ({ writer, reader }) => {
      await createNotes.execute(writer)
      await expect(addNote('x').execute(reader)).rejects.toThrow('readonly database')
    }))

  test('takes the write lock when a writing transaction begins, not when it first writes', () =>
    withDatabase(async ({ writer }) => {
      await createNotes.execute(writer)
      const other = new SqliteDatabase(file, { timeout: 0 })
      await writer.transaction().execute(async (tx) => {
        await countNotes.execute(tx)
        expect(() => other.exec('begin immediate')).toThrow('database is locked')
      })
      expect(() => other.exec('begin immediate; rollback')).not.toThrow()
      other.close()
    }))

  test('answers readers while a writing transaction is open, from before it', () =>
    withDatabase(async ({ writer, reader }) => {
      await createNotes.execute(writer)
      await writer.transaction().execute(async (tx) => {
        await addNote('unfinished').execute(tx)
        expect((await countNotes.execute(reader)).rows).toEqual([{ n: 0 }])
      })
      expect((await countNotes.execute(reader)).rows).toEqual([{ n: 1 }])
    }))

  test('undoes changes of the schema with their transaction', () =>
    withDatabase(async ({ writer }) => {
      const interrupted = writer.transaction().execute(async (tx) => {
        await createNotes.execute(tx)
        throw new Error('interrupted')
      })
      await expect(interrupted).rejects.toThrow('interrupted')
      await expect(countNotes.execute(writer)).rejects.toThrow('no such table')
      expect(writer.getExecutor().adapter.supportsTransactionalDdl).toBe(true)
    }))

  test('reports each statement once', async () => {
    let statements = 0
    await withDatabase(
      async ({ writer, reader }) => {
        await createNotes.execute(writer)
        statements = 0
        await countNotes.execute(reader)
        await countNotes.execute(reader)
        expect(statements).toBe(2)
      },
      () => statements++,
    )
  })

  test('leaves no journal behind when it is closed', async () => {
    await withDatabase(({ writer }) => createNotes.execute(writer).then(() => undefined))
    const copy = new SqliteDatabase(file, { fileMustExist: true })
    expect(copy.prepare('select count(*) from notes').pluck().get()).toBe(0)
    copy.close()
    expect(() => rmSync(`${file}-wal`)).toThrow('ENOENT')
  })
})

describe('a file that is not ours', () => {
  test('is refused when another program made it', () => {
    const foreign = new SqliteDatabase(file)
    foreign.exec('create table t (x); pragma application_id = 252006673')
    foreign.close()
    expect(() => openDatabase(`sqlite:${file}`)).toThrow('another program')
  })

  test('is refused when it is no database at all', () => {
    writeFileSync(file, 'some notes of mine\n'.repeat(100))
    expect(() => openDatabase(`sqlite:${file}`)).toThrow('not a database')
  })

  test.each(['town.db', 'mysql://host/db', 'sqlite:'])('is refused when the address is %s', (url) => {
    expect(() => openDatabase(url)).toThrow('sqlite:/path/file.db or postgres://')
  })
})

test('a database in memory is copied with everything in it, and the copies are apart', async () => {
  const first = openSerialized()
  await createNotes.execute(first.writer)
  await addNote('before').execute(first.writer)

  const second = openSerialized(serialize(first))
  await addNote('after').execute(second.writer)

  expect((await countNotes.execute(first.reader)).rows).toEqual([{ n: 1 }])
  expect((await countNotes.execute(second.reader)).rows).toEqual([{ n: 2 }])
  await first.close()
  await second.close()
})

test('a question asked before has the columns of today, each by its name', async () => {
  const { reader, writer, close } = openSerialized()
  await createNotes.execute(writer)
  await addNote('before').execute(writer)
  const all = sql`select * from "notes"`
  expect((await all.execute(reader)).rows).toEqual([{ id: 1, body: 'before' }])
  await sql`alter table "notes" add column "author" text`.execute(writer)
  expect((await all.execute(reader)).rows).toEqual([{ id: 1, body: 'before', author: null }])
  await close()
})
