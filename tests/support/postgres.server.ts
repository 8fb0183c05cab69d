import { inject } from 'vitest'
import { type Connections, openDatabase } from '#db/connect.server'
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

/** The same without a table in it. */
export async function bareDatabase(): Promise<Connections> {
  return copyOf('template0')
}

async function copyOf(original: string): Promise<Connections> {
  const { server, template } = inject('postgres')
  const name = `${template}_${process.pid}_${(copies += 1)}`
  await onServer(server, `create database "${name}" template "${original}" strategy file_copy`)
  const connections = openDatabase(databaseAt(server, name))
  return {
    ...connections,
    async close() {
      await connections.close()
      await onServer(server, `drop database "${name}" with (force)`)
    },
  }
}
