import type { MiddlewareHandler } from 'hono'
import { isLoopback } from '#app/server/config'
import type { Door } from '#app/server/door'

/** What keeps the server from serving, and what an operator should look at soon. */
export interface Readiness {
  readonly failures: readonly string[]
  readonly warnings: readonly string[]
  /** Whether uploads are looked at for viruses. */
  readonly scanner: 'off' | 'answers' | 'silent'
}

/**
 * /healthz: the process answers. /readyz: it can do its work. Both stand before the host door, since a load balancer
 * asks by address; reasons are told on the machine itself only.
 */
export function healthDoor(readiness: () => Promise<Readiness>): MiddlewareHandler<Door> {
  return async (c, next) => {
    if (c.req.path === '/healthz') return c.text('ok\n')
    if (c.req.path !== '/readyz') return next()

    const { failures, warnings, scanner } = await readiness()
    const status = failures.length > 0 ? 'unavailable' : warnings.length > 0 ? 'degraded' : 'ready'
    const isHere = isLoopback(c.env.incoming.socket.remoteAddress ?? '')
    return c.json(
      isHere ? { status, failures, warnings, scanner } : { status },
      failures.length > 0 ? 503 : 200,
    )
  }
}
