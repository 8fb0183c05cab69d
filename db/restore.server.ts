import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { databaseOf, type Inspection, insistOnGoodBackup, type Manifest, syncToDisk } from '#db/backup.server'
import { forgetSessions } from '#db/sqlite-copy.server'

export interface Restored {
  readonly manifest: Manifest
  /** Where the files that were there before now lie; nothing when there were none. */
  readonly setAside: string | undefined
}

/**
 * Puts a backup in the place of the database, which no process may have open. What was there is moved aside together
 * with its journal: a journal left beside the restored file would be replayed into it without a word. Everybody has
 * to sign in again. Throws, with nothing changed, when the backup is not good.
 */
export async function restoreBackup(
  folder: string,
  file: string,
  at: Date,
  inspect: Inspection,
): Promise<Restored> {
  const manifest = await insistOnGoodBackup(folder, inspect)

  mkdirSync(dirname(file), { recursive: true })
  const coming = `${file}.restoring`
  rmSync(coming, { force: true })
  copyFileSync(databaseOf(folder), coming, constants.COPYFILE_EXCL)
  forgetSessions(coming)
  await syncToDisk(coming)

  const setAside = moveAside(file, `${file}.before-${at.toISOString().replaceAll(':', '-')}`)
  renameSync(coming, file)
  await syncToDisk(dirname(file))
  return { manifest, setAside }
}

/** The database before its journal: if this is interrupted, the program finds no database and says so. */
function moveAside(file: string, folder: string): string | undefined {
  const present = [file, `${file}-wal`, `${file}-shm`].filter((path) => existsSync(path))
  if (present.length === 0) return undefined
  mkdirSync(folder, { mode: 0o700 })
  for (const path of present) renameSync(path, join(folder, basename(path)))
  return folder
}
