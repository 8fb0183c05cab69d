import { countAttempt, countOfDay, type Limit } from '#app/domain/accounts/attempts.server'
import { addDays, dayOf, type Instant, monthDay, startOf } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import { TooOften } from '#app/domain/errors'
import { type Admission, refusedUntil } from './sign-in-limits.server'

/* How many files one person may send, and how much in a day: each is written to disk and looked at. */

const MINUTE = 60_000
const upload: Limit = { name: 'upload', most: 20, windowMs: 10 * MINUTE }

/** Whether the person may send one more file; twenty in ten minutes. */
export async function admitFile(db: Db, personId: number, now: Instant): Promise<Admission> {
  const until = await countAttempt(db, upload, String(personId), now)
  return until === null ? { admitted: true, delayMs: 0 } : refusedUntil(until, now)
}

/**
 * Counts what has come, refused or not, against what the person may send on this day. Throws TooOften with what is left
 * and when there is more again; what is refused by it counts for nothing.
 */
export async function insistOnRoom(
  db: Db,
  { personId, bytes }: { personId: number; bytes: number },
  megabytes: number,
  now: Instant,
): Promise<void> {
  const limit = { name: 'upload, kilobytes', most: megabytes * 1024 }
  const left = await countOfDay(db, limit, String(personId), Math.ceil(bytes / 1024), now)
  if (left === null) return
  const tomorrow = addDays(dayOf(now), 1)
  const today =
    left < 1024 ? 'きょうの分は使い切りました。' : `きょうはあと${Math.floor(left / 1024)}MBです。`
  throw new TooOften(
    `1日に送れるのは、合わせて${megabytes}MBまでです。${today}あす（${monthDay(tomorrow)}）の0時から、また送れます。`,
    Math.ceil((Date.parse(startOf(tomorrow)) - Date.parse(now)) / 1000),
  )
}
