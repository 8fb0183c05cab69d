import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { openCampaign } from './campaigns/opening.server'
import { findActor } from './organisation/actor.server'
import { endSeat } from './organisation/seating.server'
import { listSeatsOf } from './organisation/people-lookup.server'
import { importSeats } from './organisation/seats.server'
import { setLastDay } from './organisation/succession.server'
import { yearChecks } from './organisation/year-check'
import { checkOff, takeBackCheck } from './organisation/year-checks.server'
import { changeYearSettings, beginNextYear } from './organisation/year-settings.server'
import { fingerprintOf, listCarryOvers } from './projects/carry-over-lookup.server'
import { carryOverProjects } from './projects/carrying-over.server'
import { importProjects } from './projects/registry.server'
import { findWorklist } from './worklist.server'
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
  expect(await findYearPreparation(story.world.reader, 2027)).toMatchObject({
    ...{ projects: 0, notCarriedOver: 6, stray: 0, campaigns: 0, unableBodies: [promotionCommittee] },
  })
  expect(await findYearPreparation(story.world.reader, 2026)).toMatchObject({
    ...{ projects: 6, notCarriedOver: 0, stray: 0, campaigns: 1, unableBodies: [promotionCommittee] },
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

it('what no data can tell is ticked by a person, once, and may be taken back', async () => {
  await using story = await begun()
  const { kobayashi, yoshida } = story.town.people
  const rubric = { fiscalYear: 2027, item: 'rubric' } as const
  const checkOf = async () =>
    (await findYearPreparation(story.world.reader, 2027)).checks.find(({ item }) => item === 'rubric')
  await story.world.act(kobayashi, (ctx) => checkOff(ctx, rubric))
  await story.world.act(yoshida, (ctx) => checkOff(ctx, rubric))
  expect(await checkOf()).toMatchObject({ checked: { by: '小林　直樹' } })
  await story.world.act(yoshida, (ctx) => takeBackCheck(ctx, rubric))
  expect(await checkOf()).toMatchObject({ checked: null })
})

it('projects of a department that is not there on the first day are counted', async () => {
  await using story = await begun()
  const { world, town } = story
  await world.act(0, (ctx) => importProjects(ctx, 2027, [line('910', null)]))
  await world.act(0, (ctx) =>
    setLastDay(ctx, { departmentId: town.departments.citizens, validTo: '2027-03-31' }),
  )
  expect(await findYearPreparation(world.reader, 2027)).toMatchObject({ stray: 1 })
})

it('the year to come is asked for from the day on that this one names, until nothing is missing', async () => {
  await using story = await begun()
  const { world, town } = story
  const askedOn = async (name: 'yoshida' | 'suzuki', day: string) => {
    const { tasks } = await findWorklist(
      world.reader,
      await findActor(world.reader, town.people[name], day),
      day,
    )
    return tasks.flatMap(({ kind, object, dueOn }) => (kind === 'prepareYear' ? [`${object} ${dueOn}`] : []))
  }
  expect(await askedOn('yoshida', '2027-01-30')).toEqual([])
  expect(await askedOn('yoshida', '2027-01-31')).toEqual(['令和9年度 2027-04-01'])
  expect(await askedOn('suzuki', '2027-01-31')).toEqual([])
  await world.act(0, (ctx) =>
    changeYearSettings(ctx, { fiscalYear: 2026, version: 1, settings: { prepareDaysBefore: 90 } }),
  )
  expect(await askedOn('yoshida', '2027-01-01')).toEqual(['令和9年度 2027-04-01'])
  // From its first day on, what it lacks by the data is asked for, however late.
  expect(await askedOn('yoshida', '2027-06-01')).toEqual(['令和9年度 2027-04-01'])

  await prepare(story)
  expect(await askedOn('yoshida', '2027-02-01')).toEqual([])
  expect(await askedOn('yoshida', '2027-06-01')).toEqual([])
})

async function prepare({ world }: Awaited<ReturnType<typeof begun>>) {
  const open = (await listCarryOvers(world.reader, 2027)).filter(({ state }) => state === 'open')
  await world.act(0, (ctx) => carryOverProjects(ctx, { fiscalYear: 2027, seen: fingerprintOf(open) }))
  await world.act(0, (ctx) =>
    openCampaign(ctx, {
      ...{ fiscalYear: 2027, name: '職員提案', opensOn: '2027-04-01', closesOn: null },
      ...{ departmentMayDecide: 0, themes: [] },
    }),
  )
  for (const item of yearChecks) await world.act(0, (ctx) => checkOff(ctx, { fiscalYear: 2027, item }))
  const chair = { body: 'promotionCommittee', role: 'chair', employeeNumber: '000001' } as const
  await world.act(0, (ctx) => importSeats(ctx, [{ ...chair, validFrom: '2027-04-01', validTo: null }]))
}
