import { AsyncLocalStorage } from 'node:async_hooks'
import type { MiddlewareHandler } from 'hono'
import type { Door } from '#app/server/door'

const current = new AsyncLocalStorage<{ statements: number }>()

/** For `openDatabase`: counts a statement for the request that is being answered. */
export function countStatement(): void {
  const request = current.getStore()
  if (request) request.statements++
}

/** Says in `x-sql-statements` how many statements an answer took. For the bench only. */
export const reportStatements: MiddlewareHandler<Door> = (c, next) => {
  const request = { statements: 0 }
  return current.run(request, async () => {
    await next()
    c.res.headers.set('x-sql-statements', String(request.statements))
  })
}
