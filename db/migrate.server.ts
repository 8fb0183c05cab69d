import { type MigrationResult, Migrator, sql } from 'kysely'
import { type Db, isPostgres } from '#db/connect.server'
import { migrations } from '#db/migrations/index'

/**
 * Brings the schema up to date. Each migration is one transaction with the others of the run: all or nothing.
 * Throws when the database was written by a newer version of the program.
 */
export async function migrateToLatest(db: Db): Promise<readonly MigrationResult[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await refuseNewer(db)
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error('The migration failed', { cause: error })
  if (!isPostgres(db)) await sql`pragma user_version = ${sql.lit(names.length)}`.execute(db)
  return results ?? []
}

/** The migrations a database has been through, oldest first; none for an empty one. */
export async function appliedMigrations(db: Db): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

/** Throws when `applied` holds a migration that this version of the program does not know. */
export function insistOnKnown(applied: readonly string[]) {
  const unknown = applied.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    throw new Error(
      `The database was written by a newer version (${unknown.join(', ')}); update the program first`,
    )
  }
}

const names = Object.keys(migrations)

async function refuseNewer(db: Db) {
  insistOnKnown(await appliedMigrations(db))
}
