import { instantOf } from '#app/domain/calendar'
import type { World } from '#app/domain/transact.server'
import { purgeImports } from '#app/domain/transfer/purging.server'
import type { Job } from '#app/jobs/scheduler.server'

/** Lists with people's names that were uploaded and never applied. */
export function forgetImports(world: World): Job {
  return {
    name: 'forget-imports',
    pattern: '47 3 * * *',
    atStart: true,
    run: () => purgeImports(world.writer, instantOf(world.now())),
  }
}
