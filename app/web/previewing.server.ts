import { dayOf, instantOf } from '#app/domain/calendar'
import { previewImport } from '#app/domain/transfer/previewing.server'
import { now, report } from './connections.server'
import type { VerbArgs } from './verb.server'

/** A file of so many characters is compared in the time that a page takes anyway. */
const shortFile = 100_000

/**
 * Compares an uploaded file with the town. A short one is done when this returns; a long one goes on behind the answer,
 * in turns with everybody else's requests, and its page shows how far it has come.
 */
export async function startPreview(
  { db, perform }: Pick<VerbArgs, 'db' | 'perform'>,
  importId: number,
  length: number,
): Promise<void> {
  const today = dayOf(instantOf(now()))
  const work = previewImport(
    db,
    async (command) => {
      const outcome = await perform({ key: '' }, command)
      if (!outcome.ok) throw outcome.error
      return outcome.value
    },
    importId,
    today,
  )
  if (length <= shortFile) return work
  void work.catch((error: unknown) => report({ requestId: `import ${importId}`, error }))
}
