import { isSpaceLow } from '#app/server/boot-checks'
import type { Clock } from '#app/server/clock'
import type { Config } from '#app/server/config'
import type { Readiness } from '#app/server/health'
import { latestBackup } from '#db/backup-folder.server'
import { sqliteFile } from '#db/connect.server'
import type { Db } from '#db/connect.server'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Backups are hourly; more than a day without a good one needs a person. */
const BACKUP_MAY_BE_HOURS = 26
const CLOCK_MAY_BE_BEHIND = 5 * MINUTE

/** What /readyz answers, for a server that came up at `startedAt`. */
export async function checkReadiness(
  config: Config,
  reader: Db,
  now: Clock,
  startedAt: Date,
  isStopping: boolean,
): Promise<Readiness> {
  if (isStopping) return { failures: ['stopping'], warnings: [] }
  try {
    const lastEventAt = await findLastEventAt(reader)
    return { failures: [], warnings: warnings(config, now(), startedAt, lastEventAt) }
  } catch {
    return { failures: ['the database does not answer'], warnings: [] }
  }
}

/** When the log ends; undefined for an empty one. */
export async function findLastEventAt(reader: Db): Promise<string | undefined> {
  const last = await reader
    .selectFrom('events')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.at
}

function warnings(config: Config, now: Date, startedAt: Date, lastEventAt: string | undefined): string[] {
  const found: string[] = []
  if (lastEventAt && Date.parse(lastEventAt) - now.getTime() > CLOCK_MAY_BE_BEHIND) {
    found.push('the clock is behind the last event of the log')
  }
  const file = sqliteFile(config.databaseUrl)
  if (file === undefined) return found
  if (isSpaceLow(file)) found.push('less than 1 GB or three times the database is free')
  const since = Math.max(latestBackup(config.backupDir)?.takenAt.getTime() ?? 0, startedAt.getTime())
  if (Date.now() - since > BACKUP_MAY_BE_HOURS * HOUR) {
    found.push(`no good backup for ${BACKUP_MAY_BE_HOURS} hours`)
  }
  return found
}
