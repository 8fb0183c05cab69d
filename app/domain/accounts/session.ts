import { addDays, type Day, type Instant, laterBy, startOf } from '../calendar'

const HOUR_MS = 60 * 60 * 1000

/** A session ends an hour after it was last prolonged, twelve hours after it began, whatever happens. */
export const idleMinutes = 60
export const longestMs = 12 * HOUR_MS
/** How many devices one person can be signed in on; the one not used for longest is signed out. */
export const mostSessions = 5
/** For so long an ended session is still recognised, so that what was typed meanwhile is not lost. */
export const recognisedMs = 24 * HOUR_MS

export interface SessionTimes {
  readonly createdAt: Instant
  /** Moves on while the session is used. */
  readonly expiresAt: Instant
  /** The last day up to today on which an appointment or a seat of the person began. */
  readonly powersBeganOn: Day | null
  /** The last day before today that was the last day of one of them. */
  readonly powersEndedOn: Day | null
}

/**
 * When a session is over: idle, too old, or begun under other appointments and seats than those of today. The
 * last needs no job at midnight: at 00:00 in Tokyo of the day of a transfer every older session is over.
 */
export function endOf({ createdAt, expiresAt, powersBeganOn, powersEndedOn }: SessionTimes): Instant {
  const changes = [
    powersBeganOn === null ? null : startOf(powersBeganOn),
    powersEndedOn === null ? null : startOf(addDays(powersEndedOn, 1)),
  ]
  const ends = [expiresAt, laterBy(createdAt, longestMs)]
  for (const change of changes) if (change !== null && change > createdAt) ends.push(change)
  return ends.reduce((first, end) => (end < first ? end : first))
}
