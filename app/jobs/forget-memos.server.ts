import { instantOf } from '#app/domain/calendar'
import { forgetRemovedMemos } from '#app/domain/memos/forgetting.server'
import type { World } from '#app/domain/transact.server'
import type { Job } from '#app/jobs/scheduler.server'

/** 気づきメモ that their writers removed and did not bring back. */
export function forgetMemos(world: World): Job {
  return {
    name: 'forget-memos',
    pattern: '53 3 * * *',
    atStart: true,
    run: () => forgetRemovedMemos(world.writer, instantOf(world.now())),
  }
}
