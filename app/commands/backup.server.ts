import type { Command } from '#app/commands/command'
import { fileOnly, logInspection } from '#app/commands/inspection.server'
import { removeExpiredBackups, takeBackup } from '#db/backup.server'

/** Takes a backup while the server runs. Its time is the machine's, whatever a demonstration's clock shows. */
export const run: Command = async (_args, config) => {
  const folder = await takeBackup(fileOnly(config), config.backupDir, new Date(), logInspection(config))
  const removed = removeExpiredBackups(config.backupDir)
  console.log(`バックアップしました: ${folder}${removed > 0 ? `（古いもの ${removed} 件を消しました）` : ''}`)
}
