import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { appliedMigrations, insistOnKnown } from '#db/migrate.server'
import { expiredBackups } from '#db/retention'
import { copyInto, type FrozenCopy, openFrozen } from '#db/sqlite-copy.server'

/** What a backup holds, by its own word; checked before it is believed. */
export interface Manifest {
  readonly format: 1
  readonly takenAt: string
  readonly bytes: number
  readonly sha256: string
  /** The migrations the database had been through. */
  readonly schema: readonly string[]
  /** Rows of every table. */
  readonly counts: Readonly<Record<string, number>>
  /** The end of the event log: a later log that lacks this line was cut off or exchanged. */
  readonly logHead: { readonly seq: number; readonly hash: string } | null
}

/** Throws when the copy is not what it should be; given the copy before it is named a backup. */
export type Inspection = (copy: FrozenCopy) => Promise<void>

/**
 * Copies a database that may be in use into a folder of its own, checks the copy, and only then gives the folder its
 * name. Blocks this process while it copies: run it in one of its own. Returns the folder.
 */
export async function takeBackup(
  file: string,
  backupDir: string,
  takenAt: Date,
  inspect: Inspection,
): Promise<string> {
  const unfinished = join(backupDir, `.unfinished-${process.pid}`)
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  try {
    const copy = join(unfinished, DATABASE)
    copyInto(file, copy)
    await syncToDisk(copy)
    await writeDurably(
      join(unfinished, MANIFEST),
      JSON.stringify(await describe(copy, takenAt, inspect), null, 2),
    )
    const folder = join(backupDir, nameOf(takenAt))
    renameSync(unfinished, folder)
    await syncToDisk(backupDir)
    return folder
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** Throws unless the backup is whole, unchanged since it was taken, sound, and of a schema that this version knows. */
export async function insistOnGoodBackup(folder: string, inspect: Inspection): Promise<Manifest> {
  if (!existsSync(join(folder, MANIFEST))) throw new Error(`${folder} is no backup: it has no ${MANIFEST}`)
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest
  if (manifest.format !== 1) throw new Error(`${folder} was made by a newer version of the program`)
  insistOnKnown(manifest.schema)

  const actual = await describe(join(folder, DATABASE), new Date(manifest.takenAt), inspect)
  for (const part of ['bytes', 'sha256', 'schema', 'counts', 'logHead'] as const) {
    if (JSON.stringify(actual[part]) !== JSON.stringify(manifest[part])) {
      throw new Error(`${folder} is damaged: its ${part} differ from what was written down`)
    }
  }
  return manifest
}

export function databaseOf(folder: string): string {
  return join(folder, DATABASE)
}

/** The newest backup that was finished. */
export function latestBackup(backupDir: string): { folder: string; takenAt: Date } | undefined {
  const takenAt = listBackups(backupDir).at(-1)
  return takenAt && { folder: join(backupDir, nameOf(takenAt)), takenAt }
}

/** Removes the backups that no hour, day, week or month needs any more; returns how many. */
export function removeExpiredBackups(backupDir: string): number {
  const expired = expiredBackups(listBackups(backupDir))
  for (const takenAt of expired) rmSync(join(backupDir, nameOf(takenAt)), { recursive: true })
  return expired.length
}

/** Makes the bytes of a file, or the names in a folder, survive a power cut. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const DATABASE = 'kaizen.db'
const MANIFEST = 'manifest.json'

async function describe(file: string, takenAt: Date, inspect: Inspection): Promise<Manifest> {
  const copy = openFrozen(file)
  try {
    const { bytes, sha256 } = await fingerprint(file)
    await inspect(copy)
    return {
      format: 1,
      takenAt: takenAt.toISOString(),
      bytes,
      sha256,
      schema: await appliedMigrations(copy.db),
      counts: copy.countRows(),
      logHead: (await findLogHead(copy)) ?? null,
    }
  } finally {
    await copy.close()
  }
}

function findLogHead({ db }: FrozenCopy) {
  return db.selectFrom('events').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
}

async function fingerprint(file: string) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: statSync(file).size, sha256: hash.digest('hex') }
}

/** Colons are not allowed in file names everywhere: 2027-03-31T12-00-00.000Z */
function nameOf(takenAt: Date): string {
  return takenAt.toISOString().replaceAll(':', '-')
}

function listBackups(backupDir: string): Date[] {
  if (!existsSync(backupDir)) return []
  return readdirSync(backupDir)
    .filter((name) => existsSync(join(backupDir, name, MANIFEST)))
    .map((name) => new Date(name.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:')))
    .filter((date) => !Number.isNaN(date.getTime()))
    .toSorted((a, b) => a.getTime() - b.getTime())
}

async function writeDurably(path: string, text: string) {
  const handle = await open(path, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await syncToDisk(dirname(path))
}
