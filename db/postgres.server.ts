import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import pg from 'pg'
import type { Connections, Opening } from '#db/connect.server'
import { type Preparing, preparingClient } from '#db/postgres-client.server'
import type { Database } from '#db/schema'

/** By which a database server knows our connections from those of others. */
export const applicationName = 'hitori-ichi-kaizen'

/** Held by every writing transaction: commands run one after the other, on however many hosts. The number is arbitrary. */
const WRITER_LOCK = 4_801_771_951

/** bigint, count(*) and sum() as numbers, as SQLite gives them. */
const asNumber: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    asNumber.has(oid)
      ? Number
      : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown),
}

/** Opens a pool for writing and one for reading, the latter to the replica when there is one. */
export function openPostgres(
  url: string,
  { readerUrl = url, onStatement, preparing }: Opening = {},
): Connections {
  const log = onStatement && { log: onStatement }
  const writer = new Kysely<Database>({ dialect: writerDialect(url, preparing), ...log })
  const reader = new Kysely<Database>({ dialect: readerDialect(readerUrl, preparing), ...log })
  return {
    writer,
    reader,
    dialect: 'postgres',
    async close() {
      await reader.destroy()
      await writer.destroy()
    },
  }
}

/**
 * Writing transactions are serial, as in SQLite: the event log is a chain of hashes and tolerates no second writer.
 * Who waits more than ten seconds gets an error instead of an answer.
 */
function writerDialect(url: string, preparing: Preparing | undefined): Dialect {
  const connections = pool(url, preparing, '-c lock_timeout=10s -c idle_in_transaction_session_timeout=60s')
  return dialectOf(() => new SerialDriver({ pool: connections }))
}

/** Here the database server itself refuses writes: “cannot execute INSERT in a read-only transaction”. */
function readerDialect(url: string, preparing: Preparing | undefined): Dialect {
  const connections = pool(url, preparing, '-c default_transaction_read_only=on -c statement_timeout=30s')
  return dialectOf(() => new PostgresDriver({ pool: connections }))
}

function pool(url: string, preparing: Preparing | undefined, options: string) {
  const connections = new pg.Pool({
    Client: preparingClient(preparing),
    connectionString: url,
    options,
    types,
    application_name: applicationName,
    max: 10,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 600_000, // the next connection would have no plans yet
  })
  // A connection that the server closes fails at its next statement, or is replaced where it was idle; unheard, the
  // event would end the process. The pool hears it for those that are idle only.
  connections.on('error', () => undefined)
  connections.on('connect', (client) => client.on('error', () => undefined))
  return connections
}

function dialectOf(createDriver: () => PostgresDriver): Dialect {
  return {
    createDriver,
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class SerialDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    try {
      // In one, for each transaction waits for the answer.
      await connection.executeQuery(CompiledQuery.raw(`begin; select pg_advisory_xact_lock(${WRITER_LOCK})`))
    } catch (error) {
      await this.rollbackTransaction(connection)
      throw error
    }
  }
}
