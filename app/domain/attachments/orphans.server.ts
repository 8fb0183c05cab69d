import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../context'
import { incomingFolder, pathOf } from './files.server'

/** Instants of the machine, in milliseconds. */
interface Ages {
  /** Older than this and referred to by nobody: later than the oldest upload that may still be writing its row. */
  readonly orphanedBefore: number
  /** Older than this and never finished: whoever sent it is gone. */
  readonly abandonedBefore: number
}

/**
 * Removes the files that no row refers to, and what uploads left that were cut off with the whole process. Under the
 * lock of a writing transaction, so that no row can begin to refer to a file while it goes. Returns how many went.
 */
export async function removeOrphans(writer: Db, files: string, ages: Ages): Promise<number> {
  let removed = 0
  for (const folder of foldersIn(files).filter((name) => /^[\da-f]{2}$/.test(name))) {
    const old = namesIn(join(files, folder)).filter((name) =>
      isOlder(pathOf(files, name), ages.orphanedBefore),
    )
    if (old.length > 0) removed += await removeUnreferenced(writer, files, old)
  }
  for (const name of foldersIn(join(files, incomingFolder))) {
    const path = join(files, incomingFolder, name)
    if (!isOlder(path, ages.abandonedBefore)) continue
    rmSync(path, { force: true })
    removed += 1
  }
  return removed
}

async function removeUnreferenced(writer: Db, files: string, names: readonly string[]): Promise<number> {
  return writer.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('attachments')
      .select(['sha256', 'thumbnailSha256'])
      .where((eb) => eb.or([eb('sha256', 'in', names), eb('thumbnailSha256', 'in', names)]))
      .execute()
    const referred = new Set(rows.flatMap(({ sha256, thumbnailSha256 }) => [sha256, thumbnailSha256]))
    const orphans = names.filter((name) => !referred.has(name))
    for (const name of orphans) rmSync(pathOf(files, name), { force: true })
    return orphans.length
  })
}

/** The files below one of the first folders. */
function namesIn(folder: string): string[] {
  return foldersIn(folder).flatMap((name) =>
    foldersIn(join(folder, name)).filter((file) => /^[\da-f]{64}$/.test(file)),
  )
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

function isOlder(path: string, before: number): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before
}
