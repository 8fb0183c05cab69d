import { expect, it } from 'vitest'
import { findReorganisation } from '#app/domain/reorganisation/lookup.server'
import { chooseProjects, listProjectMoves, placeProjects } from '#app/domain/reorganisation/projects.server'
import { cancelReorganisation } from '#app/domain/reorganisation/cancelling.server'
import { fresh, planned, schedule } from '#tests/support/reorganisations.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { beginNextYear } from '../organisation/year-settings.server'
import { addProject } from './adding.server'
import type { CarryOverKind } from './carry-over'
import { fingerprintOf, listCarryOvers } from './carry-over-lookup.server'
import { carryOverProjects } from './carrying-over.server'
import { type CarryOverDecision, decideCarryOver } from './deciding-carry-over.server'

/** 2027 is open and empty; the six projects of 2026 are 101010001 to 101010006. */
async function begun() {
  const world = await freshWorld('2027-02-01T09:00:00+09:00')
  const town = await smallTown(world)
  const { kobayashi } = town.people
  await world.act(kobayashi, beginNextYear)
  const lines = () => listCarryOvers(world.reader, 2027)
  const lineOf = async (projectId: number) => {
    const line = (await lines()).find((one) => one.projectId === projectId)
    if (!line) throw new Error('no such project')
    return line
  }
  const open = async () => (await lines()).filter(({ state }) => state === 'open')
  return {
    ...{ world, town, kobayashi, lines, lineOf, open },
    async decide(projectId: number, kind: CarryOverKind, more: Partial<CarryOverDecision> = {}) {
      const { projectYearId } = await lineOf(projectId)
      const decision = { kind, name: null, departmentId: null, intoCode: null, ...more }
      await world.act(kobayashi, (ctx) => decideCarryOver(ctx, { projectYearId, ...decision }))
    },
    async carryOver() {
      const seen = fingerprintOf(await open())
      return world.act(kobayashi, (ctx) => carryOverProjects(ctx, { fiscalYear: 2027, seen }))
    },
    rows: () =>
      world.reader
        .selectFrom('projectYears')
        .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
        .select(['projectYears.projectId', 'projectYears.name', 'departments.name as departmentName'])
        .where('fiscalYear', '=', 2027)
        .orderBy('projectYears.code')
        .execute(),
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('carries every project over as it is, where nothing else was decided, and nothing twice', async () => {
  await using story = await begun()
  expect(await story.carryOver()).toEqual({ carried: 6 })
  expect((await story.rows()).map(({ projectId }) => projectId)).toEqual(
    Object.values(story.town.projects).sort((one, other) => one - other),
  )
  await expect(story.carryOver()).rejects.toThrow('もうありません')
})

it('renames, transfers, merges and ends as decided, with what each came out of', async () => {
  await using story = await begun()
  const { certificates, counter, registry, propertyTax, collection } = story.town.projects
  const into = (await story.lineOf(registry)).code
  await story.decide(certificates, 'renamed', { name: '証明書のオンライン交付' })
  await story.decide(propertyTax, 'transferred', { departmentId: story.town.departments.affairs })
  await story.decide(counter, 'merged', { intoCode: into })
  await story.decide(collection, 'ended')
  expect(await story.carryOver()).toEqual({ carried: 4 })

  const rows = new Map((await story.rows()).map((row) => [row.projectId, row]))
  expect(rows.get(certificates)?.name).toBe('証明書のオンライン交付')
  expect(rows.get(propertyTax)?.departmentName).toBe('総務課')
  expect([rows.has(counter), rows.has(collection)]).toEqual([false, false])
  const successors = await story.world.reader
    .selectFrom('projectSuccessors')
    .innerJoin('projectYears as former', 'former.id', 'fromProjectYearId')
    .innerJoin('projectYears as later', 'later.id', 'toProjectYearId')
    .select(['projectSuccessors.kind', 'former.projectId as from', 'later.projectId as to'])
    .orderBy('projectSuccessors.kind')
    .execute()
  expect(successors).toEqual([
    { kind: 'merged', from: counter, to: registry },
    { kind: 'renamed', from: certificates, to: certificates },
    { kind: 'transferred', from: propertyTax, to: propertyTax },
  ])
  expect(await story.open()).toEqual([])
})

it('takes up again what had ended, and then carries over that one alone', async () => {
  await using story = await begun()
  await story.decide(story.town.projects.collection, 'ended')
  await story.carryOver()
  await story.decide(story.town.projects.collection, 'continued')
  expect(await story.carryOver()).toEqual({ carried: 1 })
  await expect(story.decide(story.town.projects.collection, 'ended')).rejects.toThrow(
    'もう引き継がれています',
  )
})

it('does nothing where something else was decided after the check', async () => {
  await using story = await begun()
  const seen = fingerprintOf(await story.open())
  await story.decide(story.town.projects.counter, 'ended')
  await expect(
    story.world.act(story.kobayashi, (ctx) => carryOverProjects(ctx, { fiscalYear: 2027, seen })),
  ).rejects.toThrow('確認のあとで内容が変わった')
  expect(await story.rows()).toEqual([])
})

it('merges into nothing that is not there in the year after', async () => {
  await using story = await begun()
  const { counter, registry } = story.town.projects
  const into = (await story.lineOf(registry)).code
  await expect(story.decide(counter, 'merged', { intoCode: '999' })).rejects.toMatchObject({
    field: 'intoCode',
  })
  await story.decide(counter, 'merged', { intoCode: into })
  await story.decide(registry, 'ended')
  expect((await story.lineOf(counter)).fault).toContain(`統合先の番号「${into}」`)
  await expect(story.carryOver()).rejects.toThrow('統合先の番号')
})

it('follows a reorganisation of the first day, and comes back when that is taken back', async () => {
  await using story = await begun()
  const { world, town, kobayashi } = story
  const id = await planned(world, kobayashi, '2027-04-01', [
    { kind: 'rename', formerIds: [town.departments.citizens], laters: [fresh('010101', '窓口課', '010000')] },
  ])
  await schedule(world, kobayashi, id)
  expect((await story.lineOf(town.projects.counter)).heirs).toMatchObject([{ name: '窓口課' }])
  await story.carryOver()
  const departmentOf = async () =>
    (await story.rows()).find(({ projectId }) => projectId === town.projects.counter)?.departmentName
  expect(await departmentOf()).toBe('窓口課')
  await expect(world.act(kobayashi, (ctx) => placeProjects(ctx, { reorganisationId: id }))).resolves.toEqual({
    moved: 0,
  })
  await world.act(kobayashi, (ctx) => cancelReorganisation(ctx, { reorganisationId: id }))
  expect(await departmentOf()).toBe('市民課')
})

it('gives each project of a section that is split to the one that was chosen, and back when that is taken back', async () => {
  await using story = await begun()
  const { world, town, kobayashi } = story
  const { propertyTax, collection } = town.projects
  const id = await planned(world, kobayashi, '2027-04-01', [
    {
      ...{ kind: 'split', formerIds: [town.departments.tax] },
      laters: [fresh('010210', '市民税課', '010000'), fresh('010220', '収税課', '010000')],
    },
  ])
  const moves = await listProjectMoves(world.reader, await findReorganisation(world.reader, id))
  const laterIdOf = (name: string) => moves[0]?.line.laters.find((later) => later.name === name)?.id ?? 0
  const choices = [
    { projectId: propertyTax, laterId: laterIdOf('市民税課') },
    { projectId: collection, laterId: laterIdOf('収税課') },
  ]
  await world.act(kobayashi, (ctx) => chooseProjects(ctx, { reorganisationId: id, choices }))
  await schedule(world, kobayashi, id)
  const before = await story.lineOf(propertyTax)
  expect(before).toMatchObject({ fault: null, heirs: [{ name: '市民税課' }, { name: '収税課' }] })

  expect(await story.carryOver()).toEqual({ carried: 6 })
  const places = async () =>
    (await story.rows())
      .filter(({ projectId }) => projectId === propertyTax || projectId === collection)
      .map(({ name, departmentName }) => `${name} ${departmentName}`)
  expect(await places()).toEqual(['固定資産税賦課事業 市民税課', '市税徴収事業 収税課'])
  const of2026 = await world.reader
    .selectFrom('projectYears')
    .select('departmentId')
    .distinct()
    .where('fiscalYear', '=', 2026)
    .where('projectId', 'in', [propertyTax, collection])
    .execute()
  expect(of2026).toEqual([{ departmentId: town.departments.tax }])
  await world.act(kobayashi, (ctx) => cancelReorganisation(ctx, { reorganisationId: id }))
  expect(await places()).toEqual(['固定資産税賦課事業 税務課', '市税徴収事業 税務課'])
})

it('a new project has a code of its own, also apart from those of the year before', async () => {
  await using story = await begun()
  const added = {
    ...{ fiscalYear: 2027, code: '999', name: '新しい事業', measureCode: null, inScope: 1 as const },
    ...{ departmentId: story.town.departments.tax, excludedReason: null },
  }
  await story.world.act(story.kobayashi, (ctx) => addProject(ctx, added))
  await story.decide(story.town.projects.counter, 'merged', { intoCode: '999' })
  expect(await story.carryOver()).toEqual({ carried: 5 })
  const { code } = await story.lineOf(story.town.projects.support)
  await expect(
    story.world.act(story.kobayashi, (ctx) => addProject(ctx, { ...added, code })),
  ).rejects.toMatchObject({ field: 'code' })
})
