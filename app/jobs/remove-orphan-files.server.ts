import type { FileStore } from '#app/domain/attachments/file-store.server'
import { removeOrphans } from '#app/domain/attachments/orphans.server'
import type { World } from '#app/domain/transact.server'
import type { Job } from '#app/jobs/scheduler.server'

const HOUR = 60 * 60_000

/** Far longer than an upload takes to write its row, and long enough to find out that a row went by mistake. */
const orphanedMs = 7 * 24 * HOUR

/** Files that no row refers to any more. Their age is the machine's, whatever a demonstration's clock shows. */
export function removeOrphanFiles({ writer }: World, files: FileStore): Job {
  return {
    name: 'remove-orphan-files',
    pattern: '52 3 * * *',
    atStart: true,
    async run() {
      const now = Date.now()
      const ages = { orphanedBefore: now - orphanedMs, abandonedBefore: now - HOUR }
      await removeOrphans(writer, files, ages)
    },
  }
}
