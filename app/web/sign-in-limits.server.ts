import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

const MINUTE = 60
const HOUR = 60 * MINUTE

export interface Attempt {
  readonly employeeNumber: string
  readonly address: string
}

export type Admission =
  | { readonly admitted: true; readonly delayMs: number }
  | { readonly admitted: false; readonly seconds: number }

/**
 * How often a sign-in may fail. Guessing is slowed down, but no account is ever locked: whoever knows a colleague's
 * number could otherwise keep that colleague out.
 */
export function signInLimits() {
  /** One person from one address: five times, then a quarter of an hour of pause. */
  const pair = new RateLimiterMemory({ points: 5, duration: 15 * MINUTE, blockDuration: 15 * MINUTE })
  /** One person from anywhere: after twenty times each further attempt takes two seconds. */
  const person = new RateLimiterMemory({ points: 20, duration: HOUR })
  /** One address: a whole city hall may be behind it. */
  const address = new RateLimiterMemory({ points: 100, duration: HOUR })

  return {
    /** Counts the attempt before the password is looked at, so that many at once do not slip through. */
    async admit(attempt: Attempt): Promise<Admission> {
      const refusal =
        (await refusalOf(pair.consume(pairOf(attempt)))) ??
        (await refusalOf(address.consume(attempt.address)))
      if (refusal) return { admitted: false, seconds: Math.ceil(refusal.msBeforeNext / 1000) }
      const isWatched = (await refusalOf(person.consume(attempt.employeeNumber))) !== null
      return { admitted: true, delayMs: isWatched ? 2_000 : 0 }
    },

    /** Takes the attempt back: only failures count. */
    async succeeded(attempt: Attempt): Promise<void> {
      await pair.delete(pairOf(attempt))
      await person.reward(attempt.employeeNumber)
      await address.reward(attempt.address)
    },
  }
}

const changes = new RateLimiterMemory({ points: 5, duration: HOUR })

/** Whether the person may try once more to give the current password; five times an hour. */
export async function admitPasswordChange(personId: number): Promise<boolean> {
  return (await refusalOf(changes.consume(personId))) === null
}

function pairOf({ employeeNumber, address }: Attempt): string {
  return JSON.stringify([employeeNumber, address])
}

async function refusalOf(consumed: Promise<RateLimiterRes>): Promise<RateLimiterRes | null> {
  try {
    await consumed
    return null
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal
    throw refusal
  }
}
