import { expect, it } from 'vitest'
import { findAttainment, listDepartmentShares } from '#app/domain/indicators/attainment.server'
import { countProjectStates } from '#app/domain/indicators/project-states.server'
import { findDepartmentStanding } from '#app/domain/indicators/standing.server'
import { findImprovement } from '#app/domain/improvements/lookup.server'
import { listAudience } from '#app/domain/notifications/audience.server'
import { headedDepartmentIds, mainAppointment } from '#app/domain/organisation/actor'
import { findActor } from '#app/domain/organisation/actor.server'
import { listDepartmentLines } from '#app/domain/organisation/all-lines.server'
import { departmentIds, importDepartments } from '#app/domain/organisation/departments.server'
import { findDepartment } from '#app/domain/organisation/departments-lookup.server'
import { openFiscalYear } from '#app/domain/organisation/year-opening.server'
import { findConfirmingDepartment } from '#app/domain/practices/confirming-department.server'
import { importProjects } from '#app/domain/projects/registry.server'
import { confirmed } from '#tests/support/practices.server'
import { fresh, planned, schedule } from '#tests/support/reorganisations.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { sectionsAlong } from './bureaus'
import { cancelReorganisation } from './cancelling.server'
import { findReorganisation } from './lookup.server'
import { findSurroundings } from './surroundings.server'

const eve = '2027-03-31'
const day = '2027-04-01'

/** 市民部 with its two sections, figures and an improvement, and the lists of the year after; 窓口部 from 1 April 2027. */
async function story() {
  const world = await freshWorld()
  const town = await smallTown(world)
  const practiceId = await confirmed(world, town)
  await world.act(0, async (ctx) => {
    await openFiscalYear(ctx, { fiscalYear: 2027 })
    await importProjects(ctx, 2027, [
      {
        ...{ code: '101010001', name: '証明書交付事業', departmentCode: '010100', predecessorCode: null },
        ...{ measureCode: null, measureName: null, inScope: 1, excludedReason: null },
      },
    ])
  })
  await world.writer
    .updateTable('fiscalYears')
    .set({ closedAt: '2026-05-01T00:00:00.000Z' })
    .where('fiscalYear', '=', 2025)
    .execute()
  const planId = await planned(world, town.people.yoshida, day, [
    { kind: 'rename', formerIds: [town.departments.civic], laters: [fresh('040000', '窓口部', null)] },
  ])
  const later = async () => (await departmentIds(world.reader)).get('040000') ?? 0
  const { civic } = town.departments
  const past = async (on: string) => ({
    years: (await Promise.all([2025, 2026].map((year) => findAttainment(world.reader, year, on)))).map(
      ({ numerator, denominator }) => [numerator, denominator],
    ),
    shares: await Promise.all([2025, 2026].map((year) => listDepartmentShares(world.reader, year, on))),
    standing: await findDepartmentStanding(world.reader, civic, 2026, on),
    states: await countProjectStates(
      world.reader,
      { fiscalYear: 2026, state: undefined, departmentId: civic },
      on,
    ),
    improvements: await world.reader.selectFrom('improvements').selectAll().execute(),
    history: await world.reader
      .selectFrom('events')
      .selectAll()
      .where('practiceId', '=', practiceId)
      .execute(),
  })
  return { world, town, planId, practiceId, later, past, [Symbol.asyncDispose]: () => world.close() }
}

it('takes its sections along as they are, from the day on and not before', async () => {
  await using told = await story()
  const { world, town, planId } = told
  const { citizens, tax } = town.departments
  const plan = await findReorganisation(world.reader, planId)
  const { departments } = await findSurroundings(world.reader, plan, '2026-06-01')
  const along = plan.lines.flatMap((line) => sectionsAlong(plan, line, departments))
  expect(along.map(({ name }) => name)).toEqual(['市民課', '税務課'])
  await schedule(world, town.people.yoshida, planId)

  const bureauAt = async (id: number, on: string) => (await findDepartment(world.reader, id, on)).bureauName
  expect([await bureauAt(citizens, eve), await bureauAt(citizens, day)]).toEqual(['市民部', '窓口部'])
  expect(await findDepartment(world.reader, tax, day)).toMatchObject({
    ...{ code: '010200', name: '税務課', validTo: null, parentId: await told.later() },
  })
  const suzuki = async (on: string) => mainAppointment(await findActor(world.reader, town.people.suzuki, on))
  expect(await suzuki(eve)).toMatchObject({ departmentId: citizens, bureauId: town.departments.civic })
  expect(await suzuki(day)).toMatchObject({ departmentId: citizens, bureauId: await told.later() })
})

it('moves no figure, no history and no name of a year before it', async () => {
  await using told = await story()
  const { world, town, planId } = told
  const before = await told.past(eve)
  expect(before.shares[1]?.map(({ bureauName }) => bureauName)).toContain('市民部')
  await schedule(world, town.people.yoshida, planId)
  world.at('2027-04-02T09:00:00+09:00')
  expect(await told.past(eve)).toEqual(before)
  const after = await told.past('2027-04-02')
  expect(after).toEqual({ ...before, standing: after.standing, years: after.years })
  expect([after.years, after.standing]).toEqual([before.years, before.standing])
  const improvementId = before.improvements[0]?.id ?? 0
  expect(await findImprovement(world.reader, improvementId, '2026-06-01')).toMatchObject({
    bureauName: '市民部',
  })

  const shares = await listDepartmentShares(world.reader, 2027, '2027-04-02')
  expect(shares).toMatchObject([{ departmentName: '市民課', bureauName: '窓口部', denominator: 1 }])
  expect(await findDepartmentStanding(world.reader, await told.later(), 2027, day)).toMatchObject({
    denominator: 1,
  })
})

it('leaves the duties with the same people, and vacant ones with the deputy of the new bureau', async () => {
  await using told = await story()
  const { world, town, planId } = told
  const { nakamura, watanabe, takahashi, yamamoto } = town.people
  const { citizens, tax } = town.departments
  await schedule(world, town.people.yoshida, planId)
  await world.writer
    .updateTable('appointments')
    .set({ validTo: eve })
    .where('personId', '=', watanabe)
    .execute()
  const headed = async (personId: number, on: string) =>
    headedDepartmentIds(await findActor(world.reader, personId, on))
  expect(await headed(takahashi, day)).toEqual([citizens])
  expect(await headed(yamamoto, day)).toEqual([await told.later()])
  expect([await headed(nakamura, eve), await headed(nakamura, day)]).toEqual([[], [tax]])
  expect(await listAudience(world.reader, { to: 'heads', departmentId: tax }, day)).toEqual([nakamura])
  expect(await findConfirmingDepartment(world.reader, citizens, [takahashi], day)).toBe(await told.later())
})

it('is taken back until the day, and everything is as before', async () => {
  await using told = await story()
  const { world, town, planId } = told
  const { yoshida } = town.people
  const before = await listDepartmentLines(world.reader)
  await schedule(world, yoshida, planId)
  expect(await listDepartmentLines(world.reader)).toContainEqual(
    expect.objectContaining({ code: '010100', parentCode: '040000' }),
  )
  world.at('2027-03-31T23:59:59+09:00')
  await world.act(yoshida, (ctx) => cancelReorganisation(ctx, { reorganisationId: planId }))
  expect(await listDepartmentLines(world.reader)).toEqual(before)
  expect(await world.reader.selectFrom('bureauTerms').selectAll().execute()).toEqual([])
})

it('stands when the list of departments is brought in again, until that says quite another bureau', async () => {
  await using told = await story()
  const { world, town, planId } = told
  const { citizens } = town.departments
  await schedule(world, town.people.yoshida, planId)
  world.at('2027-04-02T09:00:00+09:00')
  const lines = await listDepartmentLines(world.reader)
  const bringIn = (changed = lines) => world.act(0, (ctx) => importDepartments(ctx, changed))
  const terms = () => world.reader.selectFrom('bureauTerms').select('departmentId').execute()
  await bringIn()
  expect(await listDepartmentLines(world.reader)).toEqual(lines)
  expect((await findDepartment(world.reader, citizens, eve)).bureauName).toBe('市民部')
  expect(await terms()).toHaveLength(2)
  await bringIn(lines.map((line) => (line.code === '010100' ? { ...line, parentCode: '030000' } : line)))
  expect((await findDepartment(world.reader, citizens, day)).bureauName).toBe('福祉部')
  expect(await terms()).toHaveLength(1)
})

it('may be renamed again, with the same sections', async () => {
  await using told = await story()
  const { world, town, planId } = told
  const { citizens } = town.departments
  await schedule(world, town.people.yoshida, planId)
  world.at('2027-06-01T09:00:00+09:00')
  const again = await planned(world, town.people.yoshida, '2028-04-01', [
    { kind: 'rename', formerIds: [await told.later()], laters: [fresh('050000', 'くらし部', null)] },
  ])
  await schedule(world, town.people.yoshida, again)
  const names = await Promise.all(
    [eve, day, '2028-03-31', '2028-04-01'].map(
      async (on) => (await findDepartment(world.reader, citizens, on)).bureauName,
    ),
  )
  expect(names).toEqual(['市民部', '窓口部', '窓口部', 'くらし部'])
})
