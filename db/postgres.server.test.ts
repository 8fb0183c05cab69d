import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Connections, isUnavailable } from '#db/connect.server'
import { migrateToLatest } from '#db/migrate.server'
import { copyTemplate } from '#tests/support/postgres.server'

let connections: Connections
beforeEach(async () => void (connections = await copyTemplate()))
afterEach(() => connections.close())

const addDepartment = (code: string) =>
  sql`insert into departments (code, name, kind, "validFrom") values (${code}, ${code}, 'section', '2026-04-01')`

test('writing transactions run one after the other, so that each sees what the one before has done', async () => {
  const seen: number[] = []
  const countThenAdd = (code: string) =>
    connections.writer.transaction().execute(async (tx) => {
      const { n } = await tx
        .selectFrom('departments')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
      seen.push(n)
      await pause(20)
      await addDepartment(code).execute(tx)
    })
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map(countThenAdd))
  expect(seen).toEqual([0, 1, 2, 3, 4])
})

test('cannot write through the reader', async () => {
  await expect(addDepartment('a').execute(connections.reader)).rejects.toThrow('read-only transaction')
})

test('plans anew what is asked once, and keeps the plan of what comes again and again', async () => {
  const ask = (word: string, column = 'code') =>
    sql`select id from departments where ${sql.id(column)} = ${word}`.execute(connections.reader)
  await ask('once', 'name')
  for (const word of ['a', 'b', 'c', 'd']) await ask(word)
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
    connections.reader,
  )
  expect(rows).toEqual([{ statement: 'select id from departments where "code" = $1' }])
})

test('gives whole numbers and counts as numbers, as SQLite does', async () => {
  const { rows } =
    await sql`select 8000000000::bigint as yen, count(*) as n, sum(1) as s from departments`.execute(
      connections.reader,
    )
  expect(rows).toEqual([{ yen: 8_000_000_000, n: 0, s: null }])
})

test('a statement that the server could not carry out just now is known as such, a wrong one is not', async () => {
  const failure = (statement: ReturnType<typeof addDepartment>) =>
    statement.execute(connections.writer).then(
      () => undefined,
      (error: unknown) => isUnavailable(error),
    )
  expect(await failure(sql`do $$ begin raise exception 'full' using errcode = '53100'; end $$`)).toBe(true)
  expect(await failure(sql`select nothing from nowhere`)).toBe(false)
  // What a socket says that the server has left while a statement was being sent.
  expect(isUnavailable(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toBe(true)
})

test('a connection that is lost in the middle of a transaction fails it, and nothing else', async () => {
  const lost = connections.writer.transaction().execute(async (tx) => {
    await addDepartment('a').execute(tx)
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid}::integer)`.execute(connections.reader)
    await pause(200) // the news arrives while nobody is asking anything
    await addDepartment('b').execute(tx)
  })
  const reason: unknown = await lost.catch((error: unknown) => error)
  expect(isUnavailable(reason)).toBe(true)
  await addDepartment('c').execute(connections.writer)
  const kept = await connections.reader.selectFrom('departments').select('code').execute()
  expect(kept).toEqual([{ code: 'c' }])
})

test('migrating again changes nothing', async () => {
  expect(await migrateToLatest(connections.writer)).toEqual([])
})
