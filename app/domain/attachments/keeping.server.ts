import { createReadStream, createWriteStream, existsSync, readdirSync, statSync } from 'node:fs'
import { link, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Db } from '../context'
import { type FileStore, isName } from './file-store.server'
import { hashOf, receiveFile } from './files.server'
import { folderStore, pathOf } from './folder-store.server'

/** Throws unless every file that a row refers to is there, with the content of its name. */
export async function insistOnFiles(db: Db, files: FileStore): Promise<void> {
  for (const name of await listReferred(db)) await insistOnFile(files, name)
}

/**
 * Copies every file that a row refers to into the folder of a backup. One that the backup before has is linked to, so
 * that hourly backups cost the room of one. Throws where a file is missing.
 */
export async function copyFilesOf(
  db: Db,
  { from, into, before }: { from: FileStore; into: string; before: string | undefined },
): Promise<void> {
  for (const name of await listReferred(db)) {
    const target = pathOf(into, name)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const earlier = before === undefined ? undefined : pathOf(before, name)
    if (earlier !== undefined && existsSync(earlier)) await link(earlier, target)
    else await pipeline((await mustFind(from, name)).read(), createWriteStream(target, { mode: 0o600 }))
  }
}

/** Puts the files of a backup among those in use. None is removed: what is there under the same name is the same. */
export async function bringBackFiles(backup: string, files: FileStore): Promise<void> {
  for (const name of listFiles(backup)) {
    const received = await receiveFile(files, name, createReadStream(pathOf(backup, name)))
    if (received.sha256 !== name) throw new Error(`バックアップの中のファイル ${name} が壊れています。`)
    await files.keep(received.path, name)
  }
}

/** Throws where a file of a backup has another content than its name says. Returns how many there are. */
export async function insistOnWholeFiles(backup: string): Promise<number> {
  const names = listFiles(backup)
  for (const name of names) await insistOnFile(folderStore(backup), name)
  return names.length
}

async function insistOnFile(files: FileStore, name: string): Promise<void> {
  const content = await mustFind(files, name)
  if ((await hashOf(content)) !== name) throw new Error(`写真・資料のファイル ${name} が壊れています。`)
}

async function mustFind(files: FileStore, name: string) {
  const content = await files.find(name)
  if (!content) throw new Error(`写真・資料のファイル ${name} が見つかりません。`)
  return content
}

async function listReferred(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('attachments').select(['sha256', 'thumbnailSha256']).execute()
  const names = rows.flatMap(({ sha256, thumbnailSha256 }) => [
    sha256,
    ...(thumbnailSha256 === null ? [] : [thumbnailSha256]),
  ])
  return [...new Set(names)]
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.split(/[\\/]/).at(-1) ?? '')
    .filter(isName)
}
