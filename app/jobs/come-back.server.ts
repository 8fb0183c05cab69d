import { dayOf, instantOf } from '#app/domain/calendar'
import { RuleBroken } from '#app/domain/errors'
import { systemPersonId } from '#app/domain/organisation/actor'
import { comeBack, listDueHolds } from '#app/domain/proposals/holding.server'
import { transact, type World } from '#app/domain/transact.server'
import type { Job } from '#app/jobs/scheduler.server'

const batch = 1_000

/**
 * Brings held proposals back before the committee: on their recheck day, and on 1 April whatever was held before. A day
 * on which nobody was running is made up for on the next.
 */
export function bringBackHeld(world: World): Job {
  return {
    name: 'come-back',
    pattern: '5 0 * * *',
    atStart: true,
    async run() {
      const today = dayOf(instantOf(world.now()))
      for (const proposalId of await listDueHolds(world.writer, today, { limit: batch })) {
        await bringBack(world, proposalId)
      }
    },
  }
}

/** Somebody, or another process, may have taken it up a moment before. */
async function bringBack(world: World, proposalId: number): Promise<void> {
  try {
    await transact(world, systemPersonId, (ctx) => comeBack(ctx, { proposalId }))
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
  }
}
