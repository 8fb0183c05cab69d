import type { FileStore } from '#app/domain/attachments/file-store.server'
import type { Scanner } from '#app/domain/attachments/scanning.server'
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

interface Watched {
  readonly config: Config
  readonly reader: Db
  readonly now: Clock
  readonly scanner: Scanner | undefined
  readonly files: FileStore
}

/** What /readyz answers, for a server that came up at `startedAt`. */
export async function checkReadiness(
  { config, reader, now, scanner, files }: Watched,
  startedAt: Date,
  isStopping: boolean,
): Promise<Readiness> {
  if (isStopping) return { failures: ['stopping'], warnings: [], scanner: scanner ? 'answers' : 'off' }
  const [lastEvent, scans, hasFiles] = await Promise.all([
    findLastEventAt(reader).then(
      (at) => ({ at }),
      () => null,
    ),
    stateOf(scanner),
    files.answers(),
  ])
  if (!lastEvent) return { failures: ['the database does not answer'], warnings: [], scanner: scans }
  const found = warnings(config, now(), startedAt, lastEvent.at)
  if (scans === 'silent') found.push('the virus scanner does not answer, no file is taken')
  if (!hasFiles) found.push('the file store does not answer, no file is taken or handed out')
  return { failures: [], warnings: found, scanner: scans }
}

async function stateOf(scanner: Scanner | undefined): Promise<Readiness['scanner']> {
  if (!scanner) return 'off'
  return (await scanner.answers()) ? 'answers' : 'silent'
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
