import { verifyLog } from '#app/domain/events/log.server'
import type { Config } from '#app/server/config'
import { openSeal } from '#app/server/seal'
import { type Db, sqliteFile } from '#db/connect.server'

/** Throws unless every line of the event log is there, in its place and as it was written. */
export function logInspection({ dataDir }: Config): (copy: { db: Db }) => Promise<void> {
  const seal = openSeal(dataDir)
  return async ({ db }) => {
    const { checked, brokenAt } = await verifyLog(db, seal)
    if (brokenAt !== null) {
      throw new Error(
        `記録の ${brokenAt} 番目が書き換えられたか失われています（${checked} 番目までは正しい）。`,
      )
    }
  }
}

/** The file of a SQLite database. Throws for PostgreSQL, which brings better tools of its own. */
export function fileOnly({ databaseUrl }: Config): string {
  const file = sqliteFile(databaseUrl)
  if (file === undefined) {
    throw new Error(
      'PostgreSQL のバックアップと復元には pg_dump・pg_restore か pgBackRest を使ってください。',
    )
  }
  return file
}
