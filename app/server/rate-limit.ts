import { getCookie } from 'hono/cookie'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type Config, isLoopback } from '#app/server/config'
import type { Door } from '#app/server/door'
import { errorPage } from '#app/server/error-page'

const PER_MINUTE = 300

/** What a session's token looks like; a token that is no longer valid costs one look-up by key. */
const token = /^[a-z2-7]{40}$/

/**
 * Strangers get a number of requests a minute by address. Whoever is signed in is not counted here, for a city hall
 * often shows one address for all; neither is loopback, where a proxy that nobody declared would be everybody.
 */
export function strangersLimit({ cookie }: Pick<Config, 'cookie'>): MiddlewareHandler<Door> {
  const limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 })
  return async (c, next) => {
    const isKnown = token.test(getCookie(c, cookie.name) ?? '')
    if (isKnown || isLoopback(c.var.clientAddress)) return next()
    try {
      await limiter.consume(c.var.clientAddress)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      const seconds = Math.ceil(refusal.msBeforeNext / 1000)
      return errorPage(429, c.var.requestId, { 'retry-after': String(seconds) })
    }
    return next()
  }
}
