import { inject } from 'vitest'
import { type Connections, type Db, openDatabase } from '#db/connect.server'
import { databaseAt, onServer } from '#tests/support/postgres-databases'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's server is, and the migrated database to copy; put there by the run's set-up. */
    postgres: { server: string; template: string }
  }
}

let copies = 0

/** A database of its own on the run's PostgreSQL server, copied from the migrated template; dropped when closed. */
export async function copyTemplate(): Promise<Connections> {
  return copyOf(inject('postgres').template)
}

/** One that is `fill`ed from nothing, and how to get copies of it. */
export async function templateOf(fill: (db: Db) => Promise<void>): Promise<() => Promise<Connections>> {
  const name = await create('template0')
  const { writer, close } = openDatabase(databaseAt(inject('postgres').server, name))
  await fill(writer)
  await close()
  return () => copyOf(name)
}

async function create(original: string): Promise<string> {
  const { server, template } = inject('postgres')
  const name = `${template}_${process.pid}_${(copies += 1)}`
  await onServer(server, `create database "${name}" template "${original}" strategy file_copy`)
  return name
}

async function copyOf(original: string): Promise<Connections> {
  const { server } = inject('postgres')
  const name = await create(original)
  const connections = openDatabase(databaseAt(server, name))
  return {
    ...connections,
    async close() {
      await connections.close()
      await onServer(server, `drop database "${name}" with (force)`)
    },
  }
}
