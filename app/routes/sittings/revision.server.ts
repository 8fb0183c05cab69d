import { createHash } from 'node:crypto'
import type { Agenda } from '#app/domain/proposals/sitting-lines.server'

/** Another one as soon as this reader would see something else: scores that were opened, a result, a new order. */
export function revisionOf({ sitting, lines }: Agenda): string {
  return createHash('sha256')
    .update(JSON.stringify([sitting, lines]))
    .digest('base64url')
    .slice(0, 16)
}

/** The same while the meeting goes on; null before and after it, when nobody watches. */
export function liveRevisionOf(agenda: Agenda): string | null {
  const { begunAt, closedAt } = agenda.sitting
  return begunAt !== null && closedAt === null ? revisionOf(agenda) : null
}
