import type { FileStore } from '#app/domain/attachments/file-store.server'
import { folderStore } from '#app/domain/attachments/folder-store.server'
import { copyFilesOf, insistOnFiles } from '#app/domain/attachments/keeping.server'
import type { Db } from '#app/domain/context'
import { verifyLog } from '#app/domain/events/log.server'
import type { Config } from '#app/server/config'
import { openFileStore } from '#app/server/file-store'
import { openSeal } from '#app/server/seal'
import { filesOf, type Gathering, type Inspection, latestBackup } from '#db/backup-folder.server'

/**
 * Throws unless every line of the event log is there, in its place and as it was written, and every file that a row
 * refers to with it.
 */
export function inspection(config: Config): Inspection {
  const inspect = inspectionOf(config)
  return ({ db, files }) => inspect(db, folderStore(files))
}

/** The same for what is in use, wherever its files lie. */
export function inspectionInUse(config: Config): (db: Db) => Promise<void> {
  const inspect = inspectionOf(config)
  return (db) => inspect(db, openFileStore(config))
}

function inspectionOf({ dataDir }: Config): (db: Db, files: FileStore) => Promise<void> {
  const seal = openSeal(dataDir)
  return async (db, files) => {
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
export function gathering(config: Config): Gathering {
  const from = openFileStore(config)
  const earlier = latestBackup(config.backupDir)?.folder
  const before = earlier === undefined ? undefined : filesOf(earlier)
  return ({ db, files }) => copyFilesOf(db, { from, into: files, before })
}
