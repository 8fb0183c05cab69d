import type { TestProject } from 'vitest/node'
import { sql } from 'kysely'
import { type Db, openDatabase } from '#db/connect.server'
import { migrateToLatest } from '#db/migrate.server'
import { findPostgres, startPostgres } from '#tests/support/postgres-server'
import { databaseAt, onServer } from '#tests/support/postgres-databases'

/** One server for the run, with a migrated database that each test copies. Returns how to stop it. */
export default async function setUp(project: TestProject) {
  const binaries = findPostgres()
  if (!binaries) throw new Error('No PostgreSQL to start')
  const server = await startPostgres(binaries)
  const template = 'template_of_the_run'
  await onServer(server.url, `create database "${template}"`)
  const connections = openDatabase(databaseAt(server.url, template))
  await migrateToLatest(connections.writer)
  await createEmptying(connections.writer)
  await connections.close()
  project.provide('postgres', { server: server.url, template })
  return () => server.stop()
}

/**
 * `emptyWorld()`: a function of the server's plans its hundred statements once for a connection. Keys are counted from one
 * again, so that what is written again gets the keys that it had.
 */
async function createEmptying(db: Db): Promise<void> {
  const tables = await db.introspection.getTables()
  const deletions = tables.map(({ name }) => `delete from "${name}";`).join(' ')
  const countingAnew = 'perform setval(seqrelid, 1, false) from pg_sequence;'
  const body = `begin ${deletions} ${countingAnew} end`
  await sql.raw(`create function "emptyWorld"() returns void language plpgsql as $$ ${body} $$`).execute(db)
}
