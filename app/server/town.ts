import type { Seal } from '#app/domain/events/log.server'
import { endedUncleanly, inspectFile } from '#app/server/boot-checks'
import type { Config } from '#app/server/config'
import { lockFor } from '#app/server/lock'
import { createSeal, openSeal } from '#app/server/seal'
import { countStatement } from '#app/server/statements'
import { type Connections, openDatabase, sqliteFile } from '#db/connect.server'
import { migrateToLatest } from '#db/migrate.server'
import { rawOf } from '#db/sqlite.server'
import { insistOnIntegrity } from '#db/sqlite-connection.server'

/** Above this size a file is checked at start only when the last process did not end by itself. */
const ALWAYS_CHECKED_BYTES = 200_000_000

/** The database of one city hall, open for writing by this process alone (on SQLite), with the schema up to date. */
export interface Town {
  readonly connections: Connections
  readonly seal: Seal
  close(): Promise<void>
}

/** Throws with a sentence for the operator when the database cannot be trusted or is in use. */
export async function openTown(config: Config): Promise<Town> {
  const file = sqliteFile(config.databaseUrl)
  const isPresent = file !== undefined && inspectFile(file, config.dataDir) === 'present'
  const lock = file === undefined ? undefined : lockFor(file)
  const isSuspect = file !== undefined && endedUncleanly(file)

  const connections = open(config)
  try {
    if (isPresent) checkFile(connections, isSuspect)
    await migrateToLatest(connections.writer)
    if (await isLogEmpty(connections)) createSeal(config.dataDir)
    return { connections, seal: openSeal(config.dataDir), close }
  } catch (error) {
    await close()
    throw error
  }

  async function close() {
    if (file !== undefined) rawOf(connections).pragma('wal_checkpoint(TRUNCATE)')
    await connections.close()
    lock?.release()
  }
}

function open({ databaseUrl, databaseReaderUrl, countsStatements }: Config): Connections {
  return openDatabase(databaseUrl, {
    ...(databaseReaderUrl && { readerUrl: databaseReaderUrl }),
    ...(countsStatements && { onStatement: countStatement }),
  })
}

function checkFile(connections: Connections, isSuspect: boolean) {
  const raw = rawOf(connections)
  const pages = raw.pragma('page_count', { simple: true }) as number
  const pageSize = raw.pragma('page_size', { simple: true }) as number
  if (isSuspect || pages * pageSize <= ALWAYS_CHECKED_BYTES) insistOnIntegrity(raw, 'quick_check')
}

async function isLogEmpty({ reader }: Connections): Promise<boolean> {
  return (await reader.selectFrom('events').select('seq').limit(1).executeTakeFirst()) === undefined
}
