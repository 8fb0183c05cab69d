import { type Instant, laterBy } from '../calendar'
import type { Db } from '../context'

const DAY_MS = 24 * 60 * 60 * 1000
/** As long as an import that was applied can be taken back. */
export const keptDays = 30

/**
 * Lists that nobody applied hold names and addresses of people for nothing: thirty days after the upload the file and its
 * preview go, and the import counts as given up. What was applied stays with what it changed. Harmless when repeated.
 */
export async function purgeImports(db: Db, now: Instant): Promise<void> {
  const old = db
    .selectFrom('imports')
    .select('id')
    .where('appliedAt', 'is', null)
    .where('discardedAt', 'is', null)
    .where('uploadedAt', '<', laterBy(now, -keptDays * DAY_MS))
  await db.transaction().execute(async (tx) => {
    const given = await tx
      .updateTable('imports')
      .set({ discardedAt: now, content: '' })
      .where('id', 'in', old)
      .returning('id')
      .execute()
    if (given.length === 0) return
    const ids = given.map(({ id }) => id)
    await tx.deleteFrom('importLines').where('importId', 'in', ids).execute()
  })
}
