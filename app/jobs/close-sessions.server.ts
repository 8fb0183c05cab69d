import type { World } from '#app/domain/transact.server'
import type { Job } from '#app/jobs/scheduler.server'
import { purgeSessions } from '#app/web/auth.server'

/** Sessions that have run out open nothing any more; this removes what is left of them. */
export function closeSessions(world: World): Job {
  return { name: 'close-sessions', pattern: '23 * * * *', atStart: true, run: () => purgeSessions(world) }
}
