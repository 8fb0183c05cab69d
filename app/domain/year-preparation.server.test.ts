import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { endSeat } from './organisation/seating.server'
import { listSeatsOf } from './organisation/people-lookup.server'
import { beginNextYear } from './organisation/year-settings.server'
import { importProjects } from './projects/registry.server'
import { findYearPreparation } from './year-preparation.server'

/** The small town has none. */
const promotionCommittee = { name: '有言実行推進委員会', lacks: 'だれもいません' }

async function begun() {
  const world = await freshWorld()
  const town = await smallTown(world)
  await world.act(town.people.kobayashi, beginNextYear)
  return { world, town, [Symbol.asyncDispose]: () => world.close() }
}

const line = (code: string, predecessorCode: string | null) => ({
  ...{ code, name: `事業${code}`, departmentCode: '010100', measureCode: null, measureName: null },
  ...{ inScope: 1 as const, excludedReason: null, predecessorCode },
})

it('a year that is just begun has no projects and no call for proposals, and six projects to carry over', async () => {
  await using story = await begun()
  expect(await findYearPreparation(story.world.reader, 2027)).toEqual({
    ...{ projects: 0, notCarriedOver: 6, campaigns: 0, unableBodies: [promotionCommittee] },
  })
  expect(await findYearPreparation(story.world.reader, 2026)).toEqual({
    ...{ projects: 6, notCarriedOver: 0, campaigns: 1, unableBodies: [promotionCommittee] },
  })
})

it('what goes on, under whatever code, and what went into another project is carried over', async () => {
  await using story = await begun()
  await story.world.act(0, (ctx) =>
    importProjects(
      ctx,
      2027,
      [line('101010001', null), line('900', '101010002'), line('901', null)],
      [{ fromCode: '101010003', toCode: '900', kind: 'merged' }],
    ),
  )
  expect(await findYearPreparation(story.world.reader, 2027)).toMatchObject({
    ...{ projects: 3, notCarriedOver: 3 },
  })
})

it('a body that nobody will chair on the first day is named with what it lacks', async () => {
  await using story = await begun()
  const [seat] = await listSeatsOf(story.world.reader, story.town.people.ito)
  await story.world.act(story.town.people.kobayashi, (ctx) =>
    endSeat(ctx, { seatId: seat?.id ?? 0, lastDay: '2027-03-31' }),
  )
  const { unableBodies } = await findYearPreparation(story.world.reader, 2027)
  expect(unableBodies).toEqual([
    { name: '事務改善委員会', lacks: '委員長も副委員長もいません' },
    promotionCommittee,
  ])
})
