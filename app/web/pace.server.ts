import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooOften } from '#app/domain/errors'
import { site } from './connections.server'

/*
 * A minute of one person: far more than a hand can do, far less than a script that runs away. Counted by process, since
 * it protects the process; what must hold in the whole town is counted in the database (sign-in-limits.server.ts).
 */

/** Counts one search. Throws TooOften. */
export async function admitSearch(personId: number): Promise<void> {
  await admit('search', personId, '短い時間にたくさん検索したため、いったん止めています。')
}

/** Counts one command. Throws TooOften. */
export async function admitWrite(personId: number): Promise<void> {
  await admit(
    'write',
    personId,
    '短い時間にたくさん送信したため、いったん止めています。入力した内容はそのままです。',
  )
}

let limiter: RateLimiterMemory | undefined

async function admit(kind: 'search' | 'write', personId: number, reason: string): Promise<void> {
  const { perMinute } = site()
  if (perMinute === undefined) return
  limiter ??= new RateLimiterMemory({ points: perMinute, duration: 60 })
  try {
    await limiter.consume(`${kind} ${personId}`)
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    const seconds = Math.ceil(refusal.msBeforeNext / 1000)
    throw new TooOften(`${reason}${seconds}秒ほど待ってから、もう一度お試しください。`, seconds)
  }
}
