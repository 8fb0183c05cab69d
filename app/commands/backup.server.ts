import type { Command } from '#app/commands/command'
import { gathering, inspection } from '#app/commands/inspection.server'
import { removeExpiredBackups } from '#db/backup-folder.server'
import { takeBackup } from '#db/backup.server'
import { sqliteFile } from '#db/connect.server'
import { takePostgresBackup } from '#db/postgres-backup.server'

/** Takes a backup while the server runs. Its time is the machine's, whatever a demonstration's clock shows. */
export const run: Command = async (_args, config) => {
  const { databaseUrl, backupDir } = config
  const file = sqliteFile(databaseUrl)
  const [inspect, gather] = [inspection(config), gathering(config)]
  const folder = await (file === undefined
    ? takePostgresBackup(databaseUrl, backupDir, new Date(), inspect, gather)
    : takeBackup(file, backupDir, new Date(), inspect, gather))
  const removed = removeExpiredBackups(backupDir)
  console.log(`バックアップしました: ${folder}${removed > 0 ? `（古いもの ${removed} 件を消しました）` : ''}`)
}
