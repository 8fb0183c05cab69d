import { copyFilesOf, insistOnFiles } from '#app/domain/attachments/keeping.server'
import { verifyLog } from '#app/domain/events/log.server'
import type { Config } from '#app/server/config'
import { openSeal } from '#app/server/seal'
import { filesOf, type Gathering, type Inspection, latestBackup } from '#db/backup-folder.server'

/**
 * Throws unless every line of the event log is there, in its place and as it was written, and every file that a row
 * refers to with it.
 */
export function inspection({ dataDir }: Config): Inspection {
  const seal = openSeal(dataDir)
  return async ({ db, files }) => {
    const { checked, brokenAt } = await verifyLog(db, seal)
    if (brokenAt !== null) {
      throw new Error(
        `記録の ${brokenAt} 番目が書き換えられたか失われています（${checked} 番目までは正しい）。`,
      )
    }
    await insistOnFiles(db, files)
  }
}

/** Copies the files in use into a backup, but for those that the backup before has already. */
export function gathering({ filesDir, backupDir }: Config): Gathering {
  const earlier = latestBackup(backupDir)?.folder
  const before = earlier === undefined ? undefined : filesOf(earlier)
  return ({ db, files }) => copyFilesOf(db, { from: filesDir, into: files, before })
}
