import { expect } from 'vitest'
import { addDays, firstDayOf, fiscalYearOf, startOf } from '#app/domain/calendar'
import { systemPersonId } from '#app/domain/organisation/actor'
import { comeBack, listDueHolds } from '#app/domain/proposals/holding.server'
import type { TestWorld } from '#tests/support/world.server'
import { advance, type Model, todayOf } from './model'
import { tryOut } from './trying'

/** The campaigns and projects of the small town last from one to the other. */
const earliest = '2026-02-02'
const latest = '2027-03-20'

/**
 * Another day, now and then the one before. What is held comes back by itself: on its day, and in the new fiscal year
 * whatever was held in the old one.
 */
export async function moveClock(model: Model, world: TestWorld, days: number): Promise<void> {
  const day = addDays(todayOf(model), days)
  const today = day < earliest ? earliest : day > latest ? latest : day
  model.now = startOf(today)
  world.at(model.now)

  const due = model.proposals.filter(
    ({ hold }) => hold && (hold.recheckOn <= today || hold.heldOn < firstDayOf(fiscalYearOf(today))),
  )
  const found = await listDueHolds(world.writer, today, { limit: 100 })
  expect(found.sort((a, b) => a - b)).toEqual(due.map(({ id }) => id).sort((a, b) => a - b))
  for (const on of due) {
    await tryOut(
      model,
      world,
      { name: 'comeBack', by: systemPersonId, on },
      {
        allowed: true,
        perform: (ctx) => comeBack(ctx, { proposalId: on.id }),
        accepted() {
          advance(on, 'comeBack')
          on.hold = null
          return ['proposal.cameBack']
        },
      },
    )
  }
}
