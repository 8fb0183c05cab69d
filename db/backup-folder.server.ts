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
import type { Db } from '#db/connect.server'
import { insistOnKnown } from '#db/migrate.server'
import { expiredBackups } from '#db/retention'

/** The last line of the event log. */
export interface LogHead {
  readonly seq: number
  readonly hash: string
}

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
  readonly logHead: LogHead | null
}

/** Where the files that the rows of a backup refer to lie. */
export function filesOf(folder: string): string {
  return join(folder, 'files')
}

/** A database with the folder of the files that its rows refer to. */
export interface Copy {
  readonly db: Db
  readonly files: string
}

/** Throws when the data is not what it should be; asked before a backup is called one. */
export type Inspection = (copy: Copy) => Promise<void>

/** Puts the files that the rows refer to into the folder of the copy. */
export type Gathering = (copy: Copy) => Promise<void>

/** Lets `fill` put a copy into a folder, and gives the folder its name when the copy is whole. Returns the folder. */
export async function makeBackup(
  backupDir: string,
  takenAt: Date,
  fill: (folder: string) => Promise<Manifest>,
): Promise<string> {
  const unfinished = join(backupDir, `.unfinished-${process.pid}`)
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  try {
    const manifest = await fill(unfinished)
    await writeDurably(join(unfinished, MANIFEST), JSON.stringify(manifest, null, 2))
    const folder = join(backupDir, nameOf(takenAt))
    renameSync(unfinished, folder)
    await syncToDisk(backupDir)
    return folder
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** By its own word. Throws where there is none, and for one that this version of the program cannot know. */
export function readManifest(folder: string): Manifest {
  if (!existsSync(join(folder, MANIFEST))) throw new Error(`${folder} is no backup: it has no ${MANIFEST}`)
  const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest
  if (manifest.format !== 1) throw new Error(`${folder} was made by a newer version of the program`)
  insistOnKnown(manifest.schema)
  return manifest
}

/** Throws when what is there differs from what was written down. */
export function insistOnSame(folder: string, manifest: Manifest, actual: Partial<Manifest>): void {
  for (const part of Object.keys(actual) as (keyof Manifest)[]) {
    if (JSON.stringify(actual[part]) !== JSON.stringify(manifest[part])) {
      throw new Error(`${folder} is damaged: its ${part} differ from what was written down`)
    }
  }
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

export async function findLogHead({ db }: { readonly db: Db }): Promise<LogHead | null> {
  const events = db.selectFrom('events').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1)
  return (await events.executeTakeFirst()) ?? null
}

export async function fingerprint(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: statSync(file).size, sha256: hash.digest('hex') }
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

const MANIFEST = 'manifest.json'

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
