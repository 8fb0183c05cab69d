import type { MiddlewareHandler } from 'hono'
import type { Door } from '#app/server/door'

let executed = 0

/** For `openDatabase`: counts a statement. */
export function countStatement(): void {
  executed++
}

/**
 * Says in `x-sql-statements` how many statements were executed while an answer was made. For the bench only, which asks
 * one thing at a time where it counts; to tell requests apart would cost every promise of every request.
 */
export const reportStatements: MiddlewareHandler<Door> = async (c, next) => {
  const before = executed
  await next()
  c.res.headers.set('x-sql-statements', String(executed - before))
}
