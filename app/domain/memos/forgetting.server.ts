import { detachAll } from '../attachments/storing.server'
import { type Instant, laterBy } from '../calendar'
import type { Db } from '../context'
import { memoLimits } from './memo'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What was removed goes for good thirty days later, with who thought along and its photo; the file of a photo that nothing
 * else refers to goes as every orphan does. Harmless when repeated.
 */
export async function forgetRemovedMemos(db: Db, now: Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const old = await tx
      .selectFrom('memos')
      .select('id')
      .where('removedAt', '<', laterBy(now, -memoLimits.keptDays * DAY_MS))
      .orderBy('removedAt')
      .limit(500)
      .execute()
    if (old.length === 0) return
    const ids = old.map(({ id }) => id)
    for (const memoId of ids) await detachAll({ tx }, { memoId })
    await tx.deleteFrom('memoCompanions').where('memoId', 'in', ids).execute()
    await tx.deleteFrom('memos').where('id', 'in', ids).execute()
  })
}
