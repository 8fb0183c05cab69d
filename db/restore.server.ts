import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { filesOf, type Inspection, type LogHead, type Manifest, syncToDisk } from '#db/backup-folder.server'
import { databaseOf, insistOnGoodBackup } from '#db/backup.server'
import { forgetSessions, logHeadOf } from '#db/sqlite-copy.server'

export interface Restored {
  readonly manifest: Manifest
  /** Where what was there before now lies; nothing when there was none. */
  readonly setAside: string | undefined
}

/** Puts the files of a backup among those in use, where what its rows refer to has to be. */
export type BringingBack = (files: string) => Promise<void>

/** Writes into the database that is about to stand in the place of the other, whose log ended with `abandoned`. */
export type Recording = (url: string, manifest: Manifest, abandoned: LogHead | null) => Promise<void>

/**
 * Puts a backup in the place of the database, which no process may have open. What was there is moved aside together
 * with its journal: a journal left beside the restored file would be replayed into it without a word. Everybody has
 * to sign in again, and the log of the restored database says what was done. Throws, with nothing changed, when the
 * backup is not good.
 */
export async function restoreBackup(
  folder: string,
  file: string,
  at: Date,
  inspect: Inspection,
  record: Recording,
  bringBack: BringingBack,
): Promise<Restored> {
  const manifest = await insistOnGoodBackup(folder, inspect)
  await bringBack(filesOf(folder))

  mkdirSync(dirname(file), { recursive: true })
  const coming = `${file}.restoring`
  for (const left of withJournal(coming)) rmSync(left, { force: true })
  copyFileSync(databaseOf(folder), coming, constants.COPYFILE_EXCL)
  await record(`sqlite:${coming}`, manifest, logHeadOf(file))
  forgetSessions(coming)
  await syncToDisk(coming)

  const setAside = moveAside(file, `${file}.before-${at.toISOString().replaceAll(':', '-')}`)
  renameSync(coming, file)
  await syncToDisk(dirname(file))
  return { manifest, setAside }
}

/** The database before its journal: if this is interrupted, the program finds no database and says so. */
function moveAside(file: string, folder: string): string | undefined {
  const present = withJournal(file).filter((path) => existsSync(path))
  if (present.length === 0) return undefined
  mkdirSync(folder, { mode: 0o700 })
  for (const path of present) renameSync(path, join(folder, basename(path)))
  return folder
}

function withJournal(file: string): string[] {
  return [file, `${file}-wal`, `${file}-shm`]
}
