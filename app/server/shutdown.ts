import type { Server } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** How long a load balancer has to notice that /readyz says no, and how long requests may take to end. */
const NOTICE_MS = 2_000
const IN_FLIGHT_MS = 25_000

/** Stops taking connections, lets what is being answered end, and comes back when nothing is open any more. */
export async function drain(server: Server, noticeMs = NOTICE_MS): Promise<void> {
  await pause(noticeMs)
  const closed = new Promise((resolve) => server.close(resolve))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const force = setTimeout(() => server.closeAllConnections(), IN_FLIGHT_MS)
  await closed
  clearInterval(idle)
  clearTimeout(force)
}
