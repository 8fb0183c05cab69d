import { sql } from 'kysely'
import { inject } from 'vitest'
import { type Connections, type Db, openDatabase } from '#db/connect.server'
import { databaseAt, onServer } from '#tests/support/postgres-databases'

/*
 * To copy the template takes half a second, to empty a copy a fiftieth of it. So each worker of the run keeps its
 * copies, one for every world that is open at the same time, and hands them on from test to test and file to file.
 */
const idle: Connections[] = []
const caretakers = new WeakMap<Db, Db>()
let opened = 0
let emptying: Promise<string> | undefined

/** A database without a row that nobody else uses until it is closed. */
export async function emptyDatabase(): Promise<Connections> {
  const connections = idle.pop() ?? (await openNext())
  await empty(connections)
  return { ...connections, close: async () => void idle.push(connections) }
}

/**
 * The connection of its own that empties and fills the world of `writer`: whoever switches to the part of a replica
 * forgets all plans of statements, and a test would have to plan each of its statements anew.
 */
export function caretakerOf(writer: Db): Db {
  return caretakers.get(writer) ?? writer
}

async function openNext(): Promise<Connections> {
  const { server, template } = inject('postgres')
  const name = `world_${process.env['VITEST_POOL_ID']}_${(opened += 1)}`
  const isThere = await onServer(server, `select 1 from pg_database where datname = '${name}'`)
  if (!isThere) await onServer(server, `create database "${name}" template "${template}" strategy file_copy`)
  const address = databaseAt(server, name)
  const connections = openDatabase(address)
  caretakers.set(connections.writer, openDatabase(address).writer)
  return connections
}

/** As a replica would: without asking foreign keys and the log's own guard, which the owner of the server may. */
async function empty(connections: Connections): Promise<void> {
  const writer = caretakerOf(connections.writer)
  emptying ??= writer.introspection.getTables().then((tables) => {
    const deletions = tables.map(({ name }) => `delete from "${name}"`)
    return ['set session_replication_role = replica', ...deletions, 'reset session_replication_role'].join(
      ';',
    )
  })
  await sql.raw(await emptying).execute(writer)
}
