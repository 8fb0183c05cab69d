import { expect, it } from 'vitest'
import { findHandover } from '#app/domain/handover.server'
import { findAttainment, listDepartmentShares } from '#app/domain/indicators/attainment.server'
import { listProjectStates } from '#app/domain/indicators/project-states.server'
import { listGaps } from '#app/domain/organisation/gaps.server'
import { openAccounts } from '#tests/support/accounts.server'
import { findActor } from '#app/domain/organisation/actor.server'
import { headedDepartmentIds, mainAppointment } from '#app/domain/organisation/actor'
import { departmentIds as departmentIdsByCode } from '#app/domain/organisation/departments.server'
import { importProjects } from '#app/domain/projects/registry.server'
import { openFiscalYear } from '#app/domain/organisation/year-opening.server'
import { confirmed, reported } from '#tests/support/practices.server'
import { fresh, planned, schedule, there } from '#tests/support/reorganisations.server'
import { accepted } from '#tests/support/proposals.server'
import { smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findReorganisation } from './lookup.server'
import { countOpenWork, listPeople } from './moves.server'
import { placeProjects } from './projects.server'

const day = '2027-04-01'
const eve = '2027-03-31'

async function renamed(world: TestWorld, { people, departments }: SmallTown) {
  const id = await planned(world, people.yoshida, day, [
    {
      ...{ kind: 'rename', formerIds: [departments.citizens] },
      laters: [fresh('010900', '窓口課', '010000')],
    },
  ])
  await schedule(world, people.yoshida, id)
  const ids = await departmentIdsByCode(world.reader)
  return { id, later: ids.get('010900') ?? 0 }
}

it('a renamed section keeps its people and its head, who are called by the old name until the day', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { later } = await renamed(world, town)
  const { takahashi, suzuki } = town.people
  const at = async (personId: number, on: string) => findActor(world.reader, personId, on)
  expect(headedDepartmentIds(await at(takahashi, eve))).toEqual([town.departments.citizens])
  expect(headedDepartmentIds(await at(takahashi, day))).toEqual([later])
  expect(mainAppointment(await at(suzuki, eve))?.departmentName).toBe('市民課')
  expect(mainAppointment(await at(suzuki, day))?.departmentName).toBe('窓口課')
})

it('what is open goes on from the day, and is counted beforehand', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await accepted(world, town)
  await reported(world, town)
  const { id, later } = await renamed(world, town)
  const work = await countOpenWork(world.reader, await findReorganisation(world.reader, id), '2026-06-01')
  expect(work.get(town.departments.citizens)).toMatchObject({ considerations: 1, reports: 1, held: 0 })
  const named = async (departmentId: number, on: string) => {
    const { considerations, reports } = await findHandover(world.reader, departmentId, on)
    return [considerations.length, reports.length]
  }
  expect([await named(later, eve), await named(later, day)]).toEqual([
    [0, 0],
    [1, 1],
  ])
})

it('no figure of a year moves, closed or running, and each year has the names of its day', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await confirmed(world, town)
  await world.writer
    .updateTable('fiscalYears')
    .set({ closedAt: '2026-05-01T00:00:00.000Z' })
    .where('fiscalYear', '=', 2025)
    .execute()
  const figures = async (on: string) => ({
    years: await Promise.all([2025, 2026].map((year) => findAttainment(world.reader, year, on))),
    shares: await Promise.all([2025, 2026].map((year) => listDepartmentShares(world.reader, year, on))),
    states: await listProjectStates(
      world.reader,
      { fiscalYear: 2026, state: undefined, departmentId: undefined },
      on,
      null,
    ),
  })
  const before = await figures(eve)
  await renamed(world, town)
  expect(await figures(eve)).toEqual(before)
  world.at('2027-04-02T09:00:00+09:00')
  const after = await figures('2027-04-02')
  expect(after.shares).toEqual(before.shares)
  expect(after.states).toEqual(before.states)
  expect(after.shares[1]?.map(({ departmentName }) => departmentName)).toContain('市民課')
  expect(after.years.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(
    before.years.map(({ numerator, denominator }) => [numerator, denominator]),
  )
})

it('projects of the first year with the new departments move, whenever its list comes, and of no other year', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { id, later } = await renamed(world, town)
  const line = { measureCode: null, measureName: null, inScope: 1, excludedReason: null } as const
  await world.act(0, async (ctx) => {
    await openFiscalYear(ctx, { fiscalYear: 2027 })
    await importProjects(ctx, 2027, [
      { ...line, code: '101010001', name: '証明書交付事業', departmentCode: '010100', predecessorCode: null },
    ])
  })
  expect(await world.act(town.people.yoshida, (ctx) => placeProjects(ctx, { reorganisationId: id }))).toEqual(
    {
      moved: 1,
    },
  )
  expect(await world.act(town.people.yoshida, (ctx) => placeProjects(ctx, { reorganisationId: id }))).toEqual(
    {
      moved: 0,
    },
  )
  const rows = await world.reader
    .selectFrom('projectYears')
    .select(['fiscalYear', 'departmentId'])
    .where('code', '=', '101010001')
    .orderBy('fiscalYear')
    .execute()
  expect(rows).toEqual([
    { fiscalYear: 2025, departmentId: town.departments.citizens },
    { fiscalYear: 2026, departmentId: town.departments.citizens },
    { fiscalYear: 2027, departmentId: later },
  ])
})

it('a merger takes along everybody but the heads, and says whose 発令 is missing', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { citizens, tax, welfare } = town.departments
  const { yoshida, takahashi, watanabe, suzuki } = town.people
  await openAccounts(world, takahashi)
  const id = await planned(world, yoshida, day, [
    { kind: 'merge', formerIds: [citizens, tax], laters: [there(tax)] },
    { kind: 'abolish', formerIds: [welfare], laters: [there(town.departments.affairs)] },
  ])
  await schedule(world, yoshida, id)
  const needing = await listPeople(world.reader, await findReorganisation(world.reader, id))
  expect(needing.map(({ personId, goesAlong }) => [personId, goesAlong])).toEqual([
    [takahashi, false],
    [town.people.mori, false],
  ])
  expect(mainAppointment(await findActor(world.reader, suzuki, day))?.departmentId).toBe(tax)
  expect(headedDepartmentIds(await findActor(world.reader, watanabe, day))).toContain(tax)
  expect((await findActor(world.reader, takahashi, eve)).appointments).toHaveLength(1)
  expect((await findActor(world.reader, takahashi, day)).appointments).toEqual([])
  const listed = async (on: string) =>
    (await listGaps(world.reader, on)).withoutPost.map(({ id: one }) => one)
  expect([await listed(eve), await listed(day)]).toEqual([[], [takahashi]])
})
