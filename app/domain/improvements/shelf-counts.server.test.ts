import { expect, it } from 'vitest'
import { countShelf } from '#db/migrations/0066-library'
import { confirmed } from '#tests/support/practices.server'
import { notified } from '#tests/support/reviews.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { completeImplementation, startImplementation } from '../proposals/implementation.server'
import { countShelved, isCounted } from './shelf-counts.server'

const summary = async (world: TestWorld) =>
  world.reader
    .selectFrom('shelfCounts')
    .selectAll()
    .where('improvements', '<>', 0)
    .orderBy('place')
    .orderBy('year')
    .orderBy('term')
    .execute()

/** A report with a tool, and a proposal that is carried out: its effect is another one then. */
async function shelf(world: TestWorld) {
  const town = await smallTown(world)
  await confirmed(world, town, { ictKind: 'rpa', minutesPerYear: 6_000, effectTags: ['time', 'mistakes'] })
  const proposalId = await notified(world, town)
  await world.act(town.people.suzuki, (ctx) =>
    startImplementation(ctx, { proposalId, owner: '窓口係', plannedOn: '2026-10-01', nextReportOn: null }),
  )
  world.at('2026-10-05T09:00:00+09:00')
  await world.act(town.people.suzuki, (ctx) =>
    completeImplementation(ctx, {
      ...{ proposalId, implementedOn: '2026-10-01', actualEffect: '待ち時間が半分になった。', evidence: '' },
      ...{ actualMinutesPerYear: null, actualYenPerYear: 9_000, recurring: 0 as const },
    }),
  )
  return town
}

it('says after every change what counting everything would say', async () => {
  await using world = await freshWorld()
  await shelf(world)
  const kept = await summary(world)
  await countShelf(world.writer)
  expect(kept).toEqual(await summary(world))
  expect(kept.length).toBeGreaterThan(20)
})

it('counts the choices of year, place and term for what is chosen already', async () => {
  await using world = await freshWorld()
  const { departments } = await shelf(world)
  const choices = {
    ...{ years: [2025, 2026], bureaus: [departments.civic] },
    sections: [departments.citizens, departments.tax],
    terms: ['ict:rpa', 'effect:hundredHours', 'effect:yen', 'mistakes', 'ict:ai'],
  }
  const all = await countShelved(world.reader, {}, choices)
  expect(all).toMatchObject({ total: 2, byYear: { 2026: 2 }, byBureau: { [departments.civic]: 2 } })
  expect(all.byTerm).toEqual({
    ...{ '': 2, 'ict:rpa': 1, 'effect:hundredHours': 1, 'effect:yen': 1, mistakes: 1 },
  })
  expect(all.bySection).toEqual({ [departments.citizens]: 2, [departments.tax]: 0 })

  const tools = await countShelved(world.reader, { ict: 'rpa', departmentId: departments.citizens }, choices)
  expect(tools).toMatchObject({ total: 1, byYear: { 2026: 1 } })
  expect(tools.bySection).toEqual({ [departments.citizens]: 1, [departments.tax]: 0 })
  const one = await countShelved(world.reader, { tag: 'mistakes' }, { ...choices, terms: [] })
  expect(one).toMatchObject({ total: 1, byTerm: { mistakes: 1 } })
  const none = await countShelved(world.reader, { fiscalYear: 2025 }, choices)
  expect(none).toMatchObject({ total: 0, byTerm: {} })
})

it('says no number of two terms at once, which the summary does not hold', () => {
  expect(isCounted({ fiscalYear: 2026, tag: 'time' })).toBe(true)
  expect(isCounted({ ict: 'ai', effect: 'yen' })).toBe(false)
})
