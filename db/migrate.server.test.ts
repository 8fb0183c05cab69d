import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Connections } from '#db/connect.server'
import { appliedMigrations, migrateToLatest } from '#db/migrate.server'
import { migrations } from '#db/migrations/index'
import { openSerialized } from '#db/sqlite.server'

let connections: Connections
beforeEach(() => void (connections = openSerialized()))
afterEach(() => connections.close())

test('an empty database is brought to the latest schema, and a second run changes nothing', async () => {
  const first = await migrateToLatest(connections.writer)
  expect(first.map((result) => result.migrationName)).toEqual(Object.keys(migrations).toSorted())
  expect(await migrateToLatest(connections.writer)).toEqual([])
  expect(await appliedMigrations(connections.writer)).toEqual(Object.keys(migrations).toSorted())
})

test('the file says by itself how far it was migrated', async () => {
  await migrateToLatest(connections.writer)
  const { rows } = await sql`pragma user_version`.execute(connections.reader)
  expect(rows).toEqual([{ user_version: Object.keys(migrations).length }])
})

test('a database of a newer version is refused by name', async () => {
  await migrateToLatest(connections.writer)
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '')`.execute(
    connections.writer,
  )
  await expect(migrateToLatest(connections.writer)).rejects.toThrow('newer version (9999-later)')
})
