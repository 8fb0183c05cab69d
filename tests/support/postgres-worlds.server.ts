import { sql } from 'kysely'
import { inject } from 'vitest'
import { type Connections, type Db, openDatabase } from '#db/connect.server'
import { beginAnew, createDiary, keepDiary } from '#tests/support/diary.server'
import { databaseAt, onServer } from '#tests/support/postgres-databases'

/*
 * To copy the template takes half a second, to empty a copy a fiftieth of it. So each worker of the run keeps its
 * copies, one for every world that is open at the same time, and hands them on from test to test and file to file.
 */
const idle: Connections[] = []
const caretakers = new WeakMap<Db, Db>()
let opened = 0

/** A database without a row that nobody else uses until it is closed. */
export async function emptyDatabase(): Promise<Connections> {
  const connections = idle.pop() ?? (await openNext())
  await empty(connections)
  beginAnew(connections.writer)
  return { ...connections, close: async () => void idle.push(connections) }
}

/**
 * The connection of its own that empties and fills the world of `writer`: whoever switches to the part of a replica
 * forgets all plans of statements, and a test would have to plan each of its statements anew.
 */
export function caretakerOf(writer: Db): Db {
  return caretakers.get(writer) ?? writer
}

/** In a worker that goes through a thousand tests every statement comes again. */
const preparing = { asks: 1, most: 4_000 }

async function openNext(): Promise<Connections> {
  const { server, template } = inject('postgres')
  const name = `world_${process.env['VITEST_POOL_ID']}_${(opened += 1)}`
  const isThere = await onServer(server, `select 1 from pg_database where datname = '${name}'`)
  if (!isThere) await onServer(server, `create database "${name}" template "${template}" strategy file_copy`)
  const address = databaseAt(server, name)
  const diary = createDiary()
  const connections = openDatabase(address, { preparing, onStatement: diary.note })
  keepDiary(connections.writer, diary)
  // As a replica would: without asking foreign keys and the log's own guard, which the owner of the server may.
  const options = encodeURIComponent('-c session_replication_role=replica')
  caretakers.set(connections.writer, openDatabase(`${address}?options=${options}`, { preparing }).writer)
  return connections
}

async function empty(connections: Connections): Promise<void> {
  await sql`select "emptyWorld"()`.execute(caretakerOf(connections.writer))
}
