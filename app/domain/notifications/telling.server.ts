import type { Ctx } from '../context'
import type { Logged } from '../events/event'
import type { Announcement } from './announcement'
import { announcementsOf } from './announcing'
import { listAudience } from './audience.server'
import { findSubject } from './subject.server'

const rowsAtOnce = 500

/**
 * Reaction: tells everybody concerned, in the transaction of the act. Nobody is told of what they did themselves,
 * and nobody twice of one event.
 */
export async function tell(ctx: Ctx, event: Logged): Promise<void> {
  const subject = await findSubject(ctx.tx, event)
  if (!subject) return
  const told = new Map<number, Announcement>()
  for (const announcement of announcementsOf(event, subject, ctx.today)) {
    for (const personId of await listAudience(ctx.tx, announcement.audience, ctx.today)) {
      if (personId !== ctx.actor.personId && !told.has(personId)) told.set(personId, announcement)
    }
  }
  const rows = [...told].map(([personId, { text, path }]) => ({
    personId,
    eventSeq: event.seq,
    text,
    path,
    createdAt: ctx.now,
    readAt: null,
  }))
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await ctx.tx
      .insertInto('notifications')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute()
  }
}
