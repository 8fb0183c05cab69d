import {
  countAttempt,
  forgetAttempts,
  type Limit,
  takeBackAttempt,
} from '#app/domain/accounts/attempts.server'
import type { Instant } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'

/*
 * How often a password may be tried. Guessing is slowed down, but no account is ever locked: whoever knows a
 * colleague's number could otherwise keep that colleague out.
 */

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** One person from one address: five times, then a quarter of an hour of pause. */
const pair: Limit = { name: 'sign-in, pair', most: 5, windowMs: 15 * MINUTE, pauseMs: 15 * MINUTE }
/** One person from anywhere: after twenty times each further attempt takes two seconds. */
const person: Limit = { name: 'sign-in, person', most: 20, windowMs: HOUR }
/** One address: a whole city hall may be behind it. */
const address: Limit = { name: 'sign-in, address', most: 100, windowMs: HOUR }
/** The current password, before another one is set. */
const change: Limit = { name: 'password change', most: 5, windowMs: HOUR }

export interface Attempt {
  readonly employeeNumber: string
  readonly address: string
}

export type Admission =
  | { readonly admitted: true; readonly delayMs: number }
  | { readonly admitted: false; readonly seconds: number }

/** Counts the attempt before the password is looked at. The address comes first, so that it cannot fill the table. */
export async function admitSignIn(db: Db, attempt: Attempt, now: Instant): Promise<Admission> {
  const addressUntil = await countAttempt(db, address, attempt.address, now)
  if (addressUntil !== null) return refusedUntil(addressUntil, now)
  const pairUntil = await countAttempt(db, pair, pairOf(attempt), now)
  if (pairUntil !== null) {
    await takeBackAttempt(db, address, attempt.address)
    return refusedUntil(pairUntil, now)
  }
  const isWatched = (await countAttempt(db, person, attempt.employeeNumber, now)) !== null
  return { admitted: true, delayMs: isWatched ? 2_000 : 0 }
}

/** Takes the attempt back: only failures count. */
export async function rewardSignIn(db: Db, attempt: Attempt): Promise<void> {
  await forgetAttempts(db, pair, pairOf(attempt))
  await takeBackAttempt(db, person, attempt.employeeNumber)
  await takeBackAttempt(db, address, attempt.address)
}

/** Whether the person may try once more to give the current password; five times an hour. */
export async function admitChange(db: Db, personId: number, now: Instant): Promise<Admission> {
  const until = await countAttempt(db, change, String(personId), now)
  return until === null ? { admitted: true, delayMs: 0 } : refusedUntil(until, now)
}

function pairOf({ employeeNumber, address: from }: Attempt): string {
  return JSON.stringify([employeeNumber, from])
}

export function refusedUntil(until: Instant, now: Instant): Admission {
  return { admitted: false, seconds: Math.ceil((Date.parse(until) - Date.parse(now)) / 1000) }
}
