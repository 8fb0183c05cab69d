import { type Day, startOf } from '../calendar'
import type { Ctx, Db } from '../context'

/** お知らせ from before that day: a walk along an index over nothing but these. */
export function countOldNotifications(db: Db, before: Day) {
  return db
    .selectFrom('notifications')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('createdAt', '<', startOf(before))
}

/** Part of the command `disposeOf`, which asks who may. What they told of stays in the log and in its own tables. */
export async function removeOldNotifications(ctx: Ctx, before: Day): Promise<number> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('notifications')
    .where('createdAt', '<', startOf(before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
