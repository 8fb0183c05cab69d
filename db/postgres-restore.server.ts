import { sql } from 'kysely'
import { filesOf, findLogHead, insistOnSame, type Inspection, type LogHead } from '#db/backup-folder.server'
import { type Db, openDatabase } from '#db/connect.server'
import { applicationName } from '#db/postgres.server'
import { asidePrefix, countRows, dumpOf, insistOnGoodDump } from '#db/postgres-backup.server'
import { runPostgresTool } from '#db/postgres-tools.server'
import type { BringingBack, Recording, Restored } from '#db/restore.server'

/**
 * Puts a dump in the place of what the database holds, which stays in a schema of its own until somebody drops it.
 * What came back is counted and inspected; where it is not what was dumped, all is put back as it was. Throws, with
 * nothing changed, while the program runs somewhere and when the dump is not good.
 */
export async function restorePostgresBackup(
  folder: string,
  url: string,
  at: Date,
  inspect: Inspection,
  record: Recording,
  bringBack: BringingBack,
): Promise<Restored> {
  const manifest = await insistOnGoodDump(folder, async () => undefined)
  await bringBack(filesOf(folder))
  const { writer, close } = openDatabase(url)
  try {
    await insistOnNobody(writer)
    const abandoned = await headOf(writer)
    const schema = await schemaOf(writer)
    const aside = `${asidePrefix}${at.toISOString().replace(/\D/g, '')}`
    await moveAside(writer, schema, aside)
    try {
      const how = ['--no-owner', '--no-privileges', '--single-transaction', '--exit-on-error']
      await runPostgresTool('pg_restore', [...how, dumpOf(folder)], url)
      insistOnSame(folder, manifest, {
        counts: await countRows(writer),
        logHead: await findLogHead({ db: writer }),
      })
      await inspect({ db: writer, files: filesOf(folder) })
      await record(url, manifest, abandoned)
      await forget(writer)
    } catch (error) {
      await putBack(writer, schema, aside)
      throw error
    }
    return { manifest, setAside: `schema ${aside}` }
  } finally {
    await close()
  }
}

async function insistOnNobody(db: Db): Promise<void> {
  const { rows } = await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and application_name = ${applicationName} and pid <> pg_backend_pid()
  `.execute(db)
  if (rows.length > 0) {
    throw new Error(
      'このデータベースは、動いているこのプログラムが使っています。すべて止めてからやり直してください。',
    )
  }
}

/** Null for an empty database, and where the log cannot be read any more. */
async function headOf(db: Db): Promise<LogHead | null> {
  return findLogHead({ db }).catch(() => null)
}

async function schemaOf(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db)
  return rows[0]?.name ?? 'public'
}

async function moveAside(db: Db, schema: string, aside: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`alter schema ${sql.id(schema)} rename to ${sql.id(aside)}`.execute(tx)
    await sql`create schema ${sql.id(schema)}`.execute(tx)
  })
}

async function putBack(db: Db, schema: string, aside: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(tx)
    await sql`alter schema ${sql.id(aside)} rename to ${sql.id(schema)}`.execute(tx)
  })
}

/** What a restored database must not bring back: who was signed in, and which forms had been sent. */
async function forget(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const table of ['sessions', 'formKeys', 'interruptedForms'] as const)
      await tx.deleteFrom(table).execute()
  })
}
