import { join } from 'node:path'
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
import { appliedMigrations } from '#db/migrate.server'
import { copyInto, openFrozen } from '#db/sqlite-copy.server'

/**
 * Copies a database that may be in use into a folder of its own, with the files its rows refer to, checks the copy, and
 * only then gives the folder its name. The database comes first: a file that is added meanwhile does no harm. Blocks this process while it copies: run it in one of its own. Returns the folder.
 */
export function takeBackup(
  file: string,
  backupDir: string,
  takenAt: Date,
  inspect: Inspection,
  gather: Gathering,
): Promise<string> {
  return makeBackup(backupDir, takenAt, async (folder) => {
    copyInto(file, databaseOf(folder))
    await syncToDisk(databaseOf(folder))
    return describe(folder, takenAt, async (copy) => {
      await gather(copy)
      await inspect(copy)
    })
  })
}

/** Throws unless the backup is whole, unchanged since it was taken, sound, and of a schema that this version knows. */
export async function insistOnGoodBackup(folder: string, inspect: Inspection): Promise<Manifest> {
  const manifest = readManifest(folder)
  insistOnSame(folder, manifest, await describe(folder, new Date(manifest.takenAt), inspect))
  return manifest
}

export function databaseOf(folder: string): string {
  return join(folder, 'kaizen.db')
}

async function describe(folder: string, takenAt: Date, inspect: Inspection): Promise<Manifest> {
  const file = databaseOf(folder)
  const copy = openFrozen(file)
  try {
    const print = await fingerprint(file)
    await inspect({ db: copy.db, files: filesOf(folder) })
    return {
      format: 1,
      takenAt: takenAt.toISOString(),
      ...print,
      schema: await appliedMigrations(copy.db),
      counts: copy.countRows(),
      logHead: await findLogHead(copy),
    }
  } finally {
    await copy.close()
  }
}
