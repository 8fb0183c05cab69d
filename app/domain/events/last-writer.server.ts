import type { Instant } from '../calendar'
import type { Db } from '../context'
import { listAuditLines } from './audit.server'
import type { DomainEvent, EventKind } from './event'

/** Settings change some times a year: whoever saved meanwhile is among these. */
const looked = 50

/** Who wrote last what these events are about, by the log: asked when two people had the same page open. */
export async function findLastWriter(
  db: Db,
  kinds: readonly EventKind[],
  isMeant: (event: DomainEvent) => boolean,
): Promise<{ at: Instant; by: string } | null> {
  const lines = await listAuditLines(db, { kinds }, { limit: looked })
  const last = lines.find(({ event }) => isMeant(event))
  return last ? { at: last.at, by: last.by ?? 'システム' } : null
}
