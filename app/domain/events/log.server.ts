import type { Ctx, Db } from '../context'
import type { EventRow } from '#db/schema'
import type { DomainEvent, Logged } from './event'

/** Keyed hash of a log line; the key lives outside the database, so that a copy of it cannot be re-sealed. */
export type Seal = (line: string) => string

const genesis = ''
const pageSize = 2_000

/**
 * Appends one event inside the command's transaction. The writer is serial on both databases, so numbers have
 * no gaps and each line seals the one before it.
 */
export async function appendEvent(
  ctx: Ctx,
  seal: Seal,
  event: DomainEvent,
  circumstances: { actorPost: string | null; requestId: string | null; onBehalfOfId: number | null },
): Promise<Logged> {
  const last = await ctx.tx
    .selectFrom('events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { kind, ...fields } = event
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: ctx.now,
    kind,
    actorId: ctx.actor.personId || null,
    actorPost: circumstances.actorPost,
    proposalId: 'proposalId' in event ? event.proposalId : null,
    practiceId: 'practiceId' in event ? event.practiceId : null,
    payload: JSON.stringify(fields),
    requestId: circumstances.requestId,
    onBehalfOfId: circumstances.onBehalfOfId,
    prevHash: last?.hash ?? genesis,
  }
  await ctx.tx
    .insertInto('events')
    .values({ ...row, hash: seal(lineOf(row)) })
    .execute()
  return { ...event, seq: row.seq }
}

/** Walks the whole chain, a page at a time. `brokenAt` is the first number that does not fit. */
export async function verifyLog(db: Db, seal: Seal): Promise<{ checked: number; brokenAt: number | null }> {
  let checked = 0
  let prevHash = genesis
  for (;;) {
    const rows = await db
      .selectFrom('events')
      .selectAll()
      .where('seq', '>', checked)
      .orderBy('seq')
      .limit(pageSize)
      .execute()
    for (const row of rows) {
      const fits = row.seq === checked + 1 && row.prevHash === prevHash && row.hash === seal(lineOf(row))
      if (!fits) return { checked, brokenAt: checked + 1 }
      checked = row.seq
      prevHash = row.hash
    }
    if (rows.length < pageSize) return { checked, brokenAt: null }
  }
}

/** What a seal is made over. For whom it was done was added later, and only where there is somebody: old seals hold. */
export function lineOf(row: Omit<EventRow, 'seq' | 'hash'> & { seq: number }): string {
  return JSON.stringify([
    row.seq,
    row.at,
    row.kind,
    row.actorId,
    row.actorPost,
    row.proposalId,
    row.practiceId,
    row.payload,
    row.requestId,
    row.prevHash,
    ...(row.onBehalfOfId === null ? [] : [row.onBehalfOfId]),
  ])
}
