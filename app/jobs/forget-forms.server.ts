import { instantOf } from '#app/domain/calendar'
import { purgeFormKeys } from '#app/domain/events/form-keys.server'
import type { World } from '#app/domain/transact.server'
import type { Job } from '#app/jobs/scheduler.server'

/** The one-time keys of forms that nobody will send a second time any more. */
export function forgetForms(world: World): Job {
  return {
    name: 'forget-forms',
    pattern: '41 3 * * *',
    atStart: true,
    run: () => purgeFormKeys(world.writer, instantOf(world.now())),
  }
}
