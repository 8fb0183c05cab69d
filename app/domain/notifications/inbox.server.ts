import type { Instant } from '../calendar'
import type { Ctx, Db } from '../context'
import { NotFound } from '../errors'
import { worded } from '../worded.server'

const pageSize = 30

export interface Notification {
  readonly id: number
  readonly text: string
  readonly path: string
  readonly createdAt: Instant
  readonly readAt: Instant | null
}

/** A person's own messages, the newest first; `before` is the id of the last one of the page before. */
export async function listNotifications(
  db: Db,
  personId: number,
  {
    unreadOnly,
    before,
    limit = pageSize,
  }: { unreadOnly: boolean; before?: number | undefined; limit?: number },
): Promise<{ notifications: Notification[]; next: number | null }> {
  const rows = await selectNotifications(db, { personId, unreadOnly, before, fetched: limit + 1 })
  const notifications = rows.slice(0, limit)
  return { notifications, next: rows.length > limit ? (notifications.at(-1)?.id ?? null) : null }
}

type Wanted = { personId: number; unreadOnly: boolean; before: number | undefined; fetched: number }

const selectNotifications = worded((db, { personId, unreadOnly, before, fetched }: Wanted) =>
  db
    .selectFrom('notifications')
    .select(['id', 'text', 'path', 'createdAt', 'readAt'])
    .where('personId', '=', personId)
    .$if(unreadOnly, (query) => query.where('readAt', 'is', null))
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(fetched),
)

/** Marks one of the actor's own messages and returns where it leads. Throws NotFound for anybody else's. */
export async function openNotification(ctx: Ctx, notificationId: number): Promise<string> {
  const own = await ctx.tx
    .selectFrom('notifications')
    .select(['path', 'readAt'])
    .where('id', '=', notificationId)
    .where('personId', '=', ctx.actor.personId)
    .executeTakeFirst()
  if (!own) throw new NotFound()
  if (own.readAt === null) {
    await ctx.tx
      .updateTable('notifications')
      .set({ readAt: ctx.now })
      .where('id', '=', notificationId)
      .execute()
  }
  return own.path
}

/** Up to the newest one that the person has seen listed: what came in meanwhile stays unread. */
export async function markAllRead(ctx: Ctx, { upTo }: { upTo: number }): Promise<void> {
  await ctx.tx
    .updateTable('notifications')
    .set({ readAt: ctx.now })
    .where('personId', '=', ctx.actor.personId)
    .where('readAt', 'is', null)
    .where('id', '<=', upTo)
    .execute()
}
