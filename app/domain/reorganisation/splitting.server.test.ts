import { expect, it } from 'vitest'
import { departmentIds } from '#app/domain/organisation/departments.server'
import { openFiscalYear } from '#app/domain/organisation/year-opening.server'
import { listProjectsOfDepartments } from '#app/domain/projects/lookup.server'
import { importProjects } from '#app/domain/projects/registry.server'
import { fresh, planned, schedule, there } from '#tests/support/reorganisations.server'
import { smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { findReorganisation } from './lookup.server'
import { chooseProjects, listProjectMoves } from './projects.server'

const day = '2027-04-01'

async function story(world: TestWorld, lastsOn: boolean) {
  const town = await smallTown(world)
  const { tax } = town.departments
  await world.act(0, async (ctx) => {
    await openFiscalYear(ctx, { fiscalYear: 2027 })
    await importProjects(
      ctx,
      2027,
      ['固定資産税賦課事業', '市税徴収事業'].map((name, place) => ({
        ...{ code: `10101000${place + 4}`, name, departmentCode: '010200', predecessorCode: null },
        ...{ measureCode: null, measureName: null, inScope: 1, excludedReason: null },
      })),
    )
  })
  const id = await planned(world, town.people.yoshida, day, [
    {
      ...{ kind: 'split', formerIds: [tax] },
      laters: [
        lastsOn ? there(tax) : fresh('010210', '市民税課', '010000'),
        fresh('010220', '収税課', '010000'),
      ],
    },
  ])
  return { town, id, tax }
}

async function departmentsOf2027(world: TestWorld) {
  const rows = await world.reader
    .selectFrom('projectYears')
    .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
    .select(['projectYears.name', 'departments.name as departmentName'])
    .where('fiscalYear', '=', 2027)
    .orderBy('projectYears.code')
    .execute()
  return rows.map(({ name, departmentName }) => `${name} ${departmentName}`)
}

async function choose(world: TestWorld, town: SmallTown, id: number, names: readonly string[]) {
  const moves = await listProjectMoves(world.reader, await findReorganisation(world.reader, id))
  const choices = moves.flatMap(({ projectId, line }, at) => {
    const later = line.laters.find(({ name }) => name === names[at])
    return later ? [{ projectId, laterId: later.id }] : []
  })
  await world.act(town.people.yoshida, (ctx) => chooseProjects(ctx, { reorganisationId: id, choices }))
}

it('is not scheduled before each project of the section has a place', async () => {
  await using world = await freshWorld()
  const { town, id } = await story(world, false)
  await expect(schedule(world, town.people.yoshida, id)).rejects.toThrow('事務事業が2件あります')
  await choose(world, town, id, ['市民税課', '収税課'])
  await schedule(world, town.people.yoshida, id)
  expect(await departmentsOf2027(world)).toEqual(['固定資産税賦課事業 市民税課', '市税徴収事業 収税課'])
})

it('leaves with a section that lasts what goes nowhere else', async () => {
  await using world = await freshWorld()
  const { town, id, tax } = await story(world, true)
  await choose(world, town, id, ['', '収税課'])
  await schedule(world, town.people.yoshida, id)
  expect(await departmentsOf2027(world)).toEqual(['固定資産税賦課事業 税務課', '市税徴収事業 収税課'])
  const { validTo } = await world.reader
    .selectFrom('departments')
    .select('validTo')
    .where('id', '=', tax)
    .executeTakeFirstOrThrow()
  expect(validTo).toBeNull()
  expect((await departmentIds(world.reader)).get('010220')).toBeDefined()
})

it('refuses a project a place that its section does not go to', async () => {
  await using world = await freshWorld()
  const { town, id } = await story(world, false)
  const [move] = await listProjectMoves(world.reader, await findReorganisation(world.reader, id))
  const choices = [{ projectId: move?.projectId ?? 0, laterId: 999 }]
  await expect(
    world.act(town.people.yoshida, (ctx) => chooseProjects(ctx, { reorganisationId: id, choices })),
  ).rejects.toMatchObject({ field: 'choices[0].laterId' })
})

it('in the middle of a year the projects stay in its list, and the new section is offered them', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const { tax } = town.departments
  const id = await planned(world, town.people.yoshida, '2026-10-01', [
    { kind: 'rename', formerIds: [tax], laters: [fresh('010210', '市税課', '010000')] },
  ])
  await schedule(world, town.people.yoshida, id)
  const later = (await departmentIds(world.reader)).get('010210') ?? 0
  const offered = async (day: string) =>
    (await listProjectsOfDepartments(world.reader, [later], day)).map(
      ({ name, departmentName }) => `${name} ${departmentName}`,
    )
  expect(await offered('2026-09-30')).toEqual([])
  expect(await offered('2026-10-01')).toEqual(['固定資産税賦課事業 税務課', '市税徴収事業 税務課'])
})
