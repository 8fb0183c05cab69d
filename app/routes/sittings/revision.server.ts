import { createHash } from 'node:crypto'
import type { Agenda, AgendaLine } from '#app/domain/proposals/sitting-lines.server'

/** Another one as soon as this reader would see something else: scores that were opened, a result, a new order. */
export function revisionOf({ sitting, lines }: Agenda): string {
  return createHash('sha256')
    .update(JSON.stringify([sitting, lines.map(changing)]))
    .digest('base64url')
    .slice(0, 16)
}

/** The same while the meeting goes on; null before and after it, when nobody watches. */
export function liveRevisionOf(agenda: Agenda): string | null {
  const { begunAt, closedAt } = agenda.sitting
  return begunAt !== null && closedAt === null ? revisionOf(agenda) : null
}

/** Not the texts of the proposal, which are frozen while the committee has it. */
function changing({ id, note, stances, outcome, isGone, scoresOpenedAt, ...own }: AgendaLine): unknown[] {
  const { ownPoints, ownGrounds, sheets, scores } = own
  return [id, note, stances, outcome, isGone, scoresOpenedAt, ownPoints, ownGrounds, sheets, scores]
}
