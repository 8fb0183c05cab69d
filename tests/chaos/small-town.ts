import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from '#app/domain/accounts/hashing.server'
import { openAccount } from '#app/domain/accounts/passwords.server'
import { systemPersonId } from '#app/domain/organisation/actor'
import { transact, type World } from '#app/domain/transact.server'
import { createSeal, openSeal } from '#app/server/seal'
import { openDatabase } from '#db/connect.server'
import { migrateToLatest } from '#db/migrate.server'
import { testPassword } from '#tests/support/accounts.server'
import { smallTown, type SmallTown } from '#tests/support/town.server'

export const beginning = '2026-06-01T09:00:00+09:00'

/** Who writes, by the numbers of the small town: eight people of four departments. */
export const writers = [
  '000001',
  '000002',
  '000003',
  '000004',
  '000005',
  '000009',
  '000011',
  '000012',
] as const

/** A database of the small town in which everybody can sign in, and the folder that a server needs beside it. */
export async function foundTown(dataDir: string, databaseUrl: string): Promise<SmallTown> {
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  createSeal(dataDir)
  writeFileSync(join(dataDir, 'sample-town'), 'loaded') // so that the server takes our clock
  const connections = openDatabase(databaseUrl)
  try {
    await migrateToLatest(connections.writer)
    const world: World = {
      writer: connections.writer,
      seal: openSeal(dataDir),
      now: () => new Date(beginning),
    }
    const act = <T>(personId: number, command: Parameters<typeof transact<T>>[2]) =>
      transact(world, personId, command)
    const town = await smallTown({ ...world, reader: connections.writer, act })
    const passwordHash = await hashPassword(testPassword)
    await act(systemPersonId, async (ctx) => {
      for (const personId of Object.values(town.people)) {
        await openAccount(ctx, { personId, passwordHash, initialUntil: null })
      }
    })
    return town
  } finally {
    await connections.close()
  }
}
