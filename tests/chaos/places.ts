import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { databaseAt, onServer } from '#tests/support/postgres-databases'
import { findPostgres, startPostgres } from '#tests/support/postgres-server'

/** Where the town is kept while its server is killed. */
export interface Place {
  readonly url: string
  /** Kills the database itself, which is back at once; SQLite has no process to kill. */
  crash?(): Promise<void>
  /** After a polite stop: what should not be there, in words. */
  leftovers(): string[]
  close(): Promise<void>
}

export async function openPlace(database: string, dataDir: string): Promise<Place> {
  return database === 'postgres' ? onPostgres() : inFile(join(dataDir, 'kaizen.db'))
}

function inFile(file: string): Place {
  return {
    url: `sqlite:${file}`,
    leftovers: () => (existsSync(`${file}-wal`) ? ['a journal was left'] : []),
    close: async () => undefined,
  }
}

async function onPostgres(): Promise<Place> {
  const binaries = findPostgres()
  if (!binaries) throw new Error('No PostgreSQL to start')
  const server = await startPostgres(binaries, { isDurable: true })
  await onServer(server.url, 'create database chaos')
  return {
    url: databaseAt(server.url, 'chaos'),
    crash: () => server.crash(),
    leftovers: () => [],
    close: () => server.stop(),
  }
}
