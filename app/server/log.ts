import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { pino } from 'pino'
import type { Door } from '#app/server/door'

/** One JSON object a line, on standard output. Nothing that a person wrote is ever handed to it. */
export const log: Log = pino({ timestamp: pino.stdTimeFunctions.isoTime, base: null })

export interface Log {
  info(line: Record<string, unknown>): void
  error(line: Record<string, unknown>): void
}

/** What the log says of something that was thrown: where it came from, if it is an Error. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : 'something other than an Error was thrown'
}

/** Gives each request its number and writes one line when it is answered. */
export function logRequests(to: Log): MiddlewareHandler<Door> {
  return async (c, next) => {
    const started = performance.now()
    c.set('requestId', randomUUID().slice(-12))
    await next()
    to.info({
      requestId: c.var.requestId,
      method: c.req.method,
      route: routeOf(c.req.path),
      status: c.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    })
  }
}

/** Only words of our own addresses are logged: numbers, names and tokens are left out, the query always. */
export function routeOf(path: string): string {
  return path.replace(/[^/]+/g, (segment) =>
    /^[a-z]{1,20}(-[a-z]+)*(\.data)?$/.test(segment) ? segment : ':',
  )
}
