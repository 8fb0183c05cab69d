import { describe, expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { importMeasures, importProjects, type ProjectLine } from './registry.server'

const bySystem = 0
const line = (code: string, more: Partial<ProjectLine> = {}): ProjectLine => ({
  ...{ code, name: `事業${code}`, departmentCode: '010100', measureCode: null, measureName: null },
  ...{ inScope: 1, excludedReason: null, predecessorCode: null, ...more },
})

async function projectIdsOf(world: TestWorld, fiscalYear: number) {
  const rows = await world.reader
    .selectFrom('projectYears')
    .select(['code', 'projectId'])
    .where('fiscalYear', '=', fiscalYear)
    .execute()
  return Object.fromEntries(rows.map(({ code, projectId }) => [code, projectId]))
}

async function worldWith2024(lines: readonly ProjectLine[]) {
  const world = await freshWorld()
  await smallTown(world)
  await world.act(bySystem, (ctx) => importProjects(ctx, 2024, lines))
  return world
}

describe('a project 「事務事業」', () => {
  it('stays the same from year to year by its code, or by the code it had before', async () => {
    await using world = await worldWith2024([line('A1'), line('B1')])
    const year = [line('A1', { name: '新しい名前' }), line('C1', { predecessorCode: 'B1' }), line('D1')]
    await world.act(bySystem, (ctx) => importProjects(ctx, 2025, year))
    const before = await projectIdsOf(world, 2024)
    const after = await projectIdsOf(world, 2025)
    expect(after['A1']).toBe(before['A1'])
    expect(after['C1']).toBe(before['B1'])
    expect(Object.values(before)).not.toContain(after['D1'])
  })

  it('keeps its name and department of each year', async () => {
    await using world = await worldWith2024([line('A1')])
    await world.act(bySystem, (ctx) =>
      importProjects(ctx, 2025, [line('A1', { name: '改称後', departmentCode: '010200' })]),
    )
    const rows = await world.reader
      .selectFrom('projectYears')
      .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
      .select(['projectYears.name', 'departments.name as departmentName'])
      .where('projectYears.code', '=', 'A1')
      .orderBy('projectYears.fiscalYear')
      .execute()
    expect(rows).toEqual([
      { name: '事業A1', departmentName: '市民課' },
      { name: '改称後', departmentName: '税務課' },
    ])
  })

  it('keeps its identity when the list of the year is brought in again, without its predecessors', async () => {
    await using world = await worldWith2024([line('B1')])
    await world.act(bySystem, (ctx) => importProjects(ctx, 2025, [line('C1', { predecessorCode: 'B1' })]))
    const before = await projectIdsOf(world, 2025)
    await world.act(bySystem, (ctx) => importProjects(ctx, 2025, [line('C1', { inScope: 0 })]))
    expect(await projectIdsOf(world, 2025)).toMatchObject({ C1: before['C1'] })
  })

  it('is not continued twice', async () => {
    await using world = await worldWith2024([line('A1')])
    const twice = [line('A1'), line('A2', { predecessorCode: 'A1' })]
    await expect(world.act(bySystem, (ctx) => importProjects(ctx, 2025, twice))).rejects.toThrow(
      '引き継いでいます',
    )
  })

  it('says into which one it was merged', async () => {
    await using world = await worldWith2024([line('A1'), line('B1')])
    const merged = [
      { fromCode: 'A1', toCode: 'A1', kind: 'renamed' },
      { fromCode: 'B1', toCode: 'A1', kind: 'merged' },
    ] as const
    await world.act(bySystem, (ctx) => importProjects(ctx, 2025, [line('A1')], merged))
    const kinds = await world.reader.selectFrom('projectSuccessors').select('kind').orderBy('kind').execute()
    expect(kinds).toEqual([{ kind: 'merged' }, { kind: 'renamed' }])
  })
})

it('the measures of the plan are brought in by code', async () => {
  await using world = await freshWorld()
  const chapter = { code: '1', level: 'chapter', parentCode: null } as const
  await world.act(bySystem, (ctx) => importMeasures(ctx, [{ ...chapter, name: '旧い章' }]))
  await world.act(bySystem, (ctx) => importMeasures(ctx, [{ ...chapter, name: '第1章' }]))
  expect(await world.reader.selectFrom('measures').select('name').execute()).toEqual([{ name: '第1章' }])
})
