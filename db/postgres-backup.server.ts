import { join } from 'node:path'
import { sql } from 'kysely'
import {
  filesOf,
  findLogHead,
  fingerprint,
  type Gathering,
  insistOnSame,
  type Inspection,
  makeBackup,
  type Manifest,
  readManifest,
  syncToDisk,
} from '#db/backup-folder.server'
import { type Db, openDatabase } from '#db/connect.server'
import { appliedMigrations } from '#db/migrate.server'
import { runPostgresTool } from '#db/postgres-tools.server'

/** Where a restored backup has put what was there before; never part of a backup. */
export const asidePrefix = 'before_'

/**
 * Dumps a database that may be in use. What is counted and inspected is the very state that is dumped: both look
 * through the same snapshot. Returns the folder.
 */
export function takePostgresBackup(
  url: string,
  backupDir: string,
  takenAt: Date,
  inspect: Inspection,
  gather: Gathering,
): Promise<string> {
  return makeBackup(backupDir, takenAt, async (folder) => {
    const { reader, close } = openDatabase(url)
    try {
      return await reader
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          await dump(url, dumpOf(folder), await snapshotOf(tx))
          const copy = { db: tx, files: filesOf(folder) }
          await gather(copy)
          await inspect(copy)
          const counts = await countRows(tx)
          await insistOnTables(folder, counts)
          return {
            format: 1,
            takenAt: takenAt.toISOString(),
            ...(await fingerprint(dumpOf(folder))),
            schema: await appliedMigrations(tx),
            counts,
            logHead: await findLogHead({ db: tx }),
          }
        })
    } finally {
      await close()
    }
  })
}

/** Throws unless the dump is unchanged since it was taken and inspected, readable, and of a schema that this version knows. */
export async function insistOnGoodDump(
  folder: string,
  inspectFiles: (files: string) => Promise<unknown>,
): Promise<Manifest> {
  const manifest = readManifest(folder)
  await inspectFiles(filesOf(folder))
  insistOnSame(folder, manifest, await fingerprint(dumpOf(folder)))
  await insistOnTables(folder, manifest.counts)
  return manifest
}

export function dumpOf(folder: string): string {
  return join(folder, 'kaizen.dump')
}

/** Rows of every table of the schema in use. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name
  `.execute(db)
  const counts: Record<string, number> = {}
  for (const { name } of rows) {
    const counted = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(name)}`.execute(db)
    counts[name] = Number(counted.rows[0]?.rows)
  }
  return counts
}

async function dump(url: string, file: string, snapshot: string): Promise<void> {
  const content = ['--no-owner', '--no-privileges', `--exclude-schema=${asidePrefix}*`]
  await runPostgresTool(
    'pg_dump',
    ['--format=custom', `--snapshot=${snapshot}`, `--file=${file}`, ...content],
    url,
  )
  await syncToDisk(file)
}

async function snapshotOf(tx: Db): Promise<string> {
  const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(tx)
  return rows[0]?.snapshot ?? ''
}

/** The dump's own table of contents must name the data of every table that was counted. */
async function insistOnTables(folder: string, counts: Manifest['counts']): Promise<void> {
  const contents = await runPostgresTool('pg_restore', ['--list', dumpOf(folder)])
  const missing = Object.keys(counts).filter(
    (table) => !new RegExp(` TABLE DATA \\S+ ${table} `).test(contents),
  )
  if (missing.length > 0) throw new Error(`${folder} is damaged: it lacks the data of ${missing.join(', ')}`)
}
