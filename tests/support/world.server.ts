import { createHmac } from 'node:crypto'
import type { Ctx, Db } from '#app/domain/context'
import type { Seal } from '#app/domain/events/log.server'
import { transact, type World } from '#app/domain/transact.server'
import type { Connections } from '#db/connect.server'
import { migrateToLatest } from '#db/migrate.server'
import { openSerialized, serialize } from '#db/sqlite.server'
import { emptyDatabase as emptyPostgres } from '#tests/support/postgres-worlds.server'
import { emptyDatabase as emptySqlite } from '#tests/support/sqlite-worlds.server'

/** A database of its own and a clock that only the test moves. */
export interface TestWorld extends World {
  readonly reader: Db
  /** Moves the clock, forwards or back: `world.at('2026-11-22T09:00:00+09:00')`. */
  at(instant: string): void
  /** One command by one person (0 is the system) in a transaction, with all that follows from it. */
  act<T>(personId: number, command: (ctx: Ctx) => Promise<T>): Promise<T>
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** An empty database with the schema of today, on the database that the run is for. */
export async function freshWorld(instant = '2026-06-01T09:00:00+09:00'): Promise<TestWorld> {
  return worldOn(await emptyDatabase(), { instant })
}

/** A world on connections that are there already; it closes them. */
export function worldOn(
  connections: Connections,
  { instant = '2026-06-01T09:00:00+09:00', seal = testSeal }: { instant?: string; seal?: Seal } = {},
): TestWorld {
  let now = new Date(instant)
  const world: TestWorld = {
    writer: connections.writer,
    reader: connections.reader,
    seal,
    now: () => now,
    at: (moved) => void (now = new Date(moved)),
    act: (personId, command) => transact(world, personId, command),
    close: () => connections.close(),
    [Symbol.asyncDispose]: () => connections.close(),
  }
  return world
}

const testSeal: Seal = (line) => createHmac('sha256', 'test').update(line).digest('base64url')

let image: Promise<Buffer> | undefined

/** The same without a clock and without anybody in it, and of its own to the last pragma. */
export async function freshDatabase(): Promise<Connections> {
  if (process.env['TEST_DATABASE'] === 'postgres') return emptyPostgres()
  image ??= migratedImage()
  return openSerialized(await image)
}

async function emptyDatabase(): Promise<Connections> {
  if (process.env['TEST_DATABASE'] === 'postgres') return emptyPostgres()
  image ??= migratedImage()
  return emptySqlite(await image)
}

async function migratedImage(): Promise<Buffer> {
  const connections = openSerialized()
  await migrateToLatest(connections.writer)
  const bytes = serialize(connections)
  await connections.close()
  return bytes
}
