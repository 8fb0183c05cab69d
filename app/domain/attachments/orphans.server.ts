import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../context'
import type { FileStore } from './file-store.server'

/** Instants of the machine, in milliseconds. */
interface Ages {
  /** Older than this and referred to by nobody: later than the oldest upload that may still be writing its row. */
  readonly orphanedBefore: number
  /** Older than this and never finished: whoever sent it is gone. */
  readonly abandonedBefore: number
}

/** So many are looked up, and at most removed, while writers wait. */
const atOnce = 50

/**
 * Removes the files that no row refers to, and what uploads left that were cut off with the whole process. Under the
 * lock of a writing transaction, so that no row can begin to refer to a file while it goes. Returns how many went.
 */
export async function removeOrphans(writer: Db, files: FileStore, ages: Ages): Promise<number> {
  let removed = 0
  let old: string[] = []
  for await (const { sha256, keptAt } of files.list()) {
    if (keptAt >= ages.orphanedBefore) continue
    old.push(sha256)
    if (old.length < atOnce) continue
    removed += await removeUnreferenced(writer, files, old)
    old = []
  }
  if (old.length > 0) removed += await removeUnreferenced(writer, files, old)
  return removed + (await removeAbandoned(files, ages.abandonedBefore))
}

async function removeUnreferenced(writer: Db, files: FileStore, names: readonly string[]): Promise<number> {
  return writer.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('attachments')
      .select(['sha256', 'thumbnailSha256'])
      .where((eb) => eb.or([eb('sha256', 'in', names), eb('thumbnailSha256', 'in', names)]))
      .execute()
    const referred = new Set(rows.flatMap(({ sha256, thumbnailSha256 }) => [sha256, thumbnailSha256]))
    const orphans = names.filter((name) => !referred.has(name))
    for (const name of orphans) await files.remove(name)
    return orphans.length
  })
}

async function removeAbandoned({ incoming }: FileStore, before: number): Promise<number> {
  let removed = 0
  for (const name of await readdir(incoming).catch(() => [])) {
    const path = join(incoming, name)
    const found = await stat(path).catch(() => null)
    if (!found || found.mtimeMs >= before) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}
