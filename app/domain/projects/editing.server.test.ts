import { expect, it } from 'vitest'
import { findAttainment } from '#app/domain/indicators/attainment.server'
import { openFiscalYear } from '#app/domain/organisation/year-opening.server'
import { confirmed } from '#tests/support/practices.server'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { editProject } from './editing.server'
import { findKeptProject } from './kept-project.server'
import { type ProjectText, textOf } from './project-text'
import { importProjects, type ProjectLine } from './registry.server'

const day = '2027-04-02'

function line(code: string, name: string, predecessorCode: string | null = null): ProjectLine {
  return {
    ...{ code, name, predecessorCode, departmentCode: '010100', measureCode: null, measureName: null },
    ...{ inScope: 1, excludedReason: null },
  }
}

/** The list of 2027 with two projects that go on, and one whose former code nobody said. */
async function story() {
  const world = await freshWorld()
  const town = await smallTown(world)
  await confirmed(world, town)
  world.at('2027-04-02T09:00:00+09:00')
  await world.act(0, async (ctx) => {
    await openFiscalYear(ctx, { fiscalYear: 2027 })
    const lines = [line('101010001', '証明書交付事業'), line('101010002', '窓口サービス事業')]
    await importProjects(ctx, 2027, [...lines, line('999', '住民記録事業')])
  })
  const rowOf = async (fiscalYear: number, code: string) => {
    const { id } = await world.reader
      .selectFrom('projectYears')
      .select('id')
      .where('fiscalYear', '=', fiscalYear)
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    return findKeptProject(world.reader, id)
  }
  const edit = async (by: number, fiscalYear: number, code: string, change: Partial<ProjectText>) => {
    const kept = await rowOf(fiscalYear, code)
    return world.act(by, (ctx) =>
      editProject(ctx, { projectYearId: kept.id, version: kept.version, ...textOf(kept), ...change }),
    )
  }
  return { world, town, rowOf, edit, [Symbol.asyncDispose]: () => world.close() }
}

it('puts name, department and scope of the open year right, and says what stood there before', async () => {
  await using told = await story()
  const { world, town, rowOf, edit } = told
  const { kobayashi } = town.people
  const { tax, citizens } = town.departments
  expect(await findAttainment(world.reader, 2027, day)).toMatchObject({ denominator: 3 })
  await edit(kobayashi, 2027, '101010001', { name: '証明事業', departmentId: tax })
  await edit(kobayashi, 2027, '101010001', { inScope: 0, excludedReason: '内部管理' })
  expect(await rowOf(2027, '101010001')).toMatchObject({
    ...{ name: '証明事業', departmentId: tax, inScope: 0, excludedReason: '内部管理', version: 3 },
    predecessor: { code: '101010001', name: '証明書交付事業' },
  })
  expect(await rowOf(2026, '101010001')).toMatchObject({ name: '証明書交付事業', departmentId: citizens })
  expect(await findAttainment(world.reader, 2027, day)).toMatchObject({ denominator: 2 })
  const events = await world.reader
    .selectFrom('events')
    .select('payload')
    .where('kind', '=', 'project.changed')
    .orderBy('seq')
    .execute()
  expect(events.map(({ payload }) => JSON.parse(payload) as unknown)).toMatchObject([
    {
      before: { name: '証明書交付事業', departmentId: citizens },
      after: { name: '証明事業', departmentId: tax },
    },
    { before: { inScope: 1, excludedReason: null }, after: { inScope: 0, excludedReason: '内部管理' } },
  ])
})

it('joins a project to the one that it was the year before, and parts it again', async () => {
  await using told = await story()
  const { world, town, rowOf, edit } = told
  const { yoshida } = town.people
  const stranger = (await rowOf(2027, '999')).projectId
  await edit(yoshida, 2027, '999', { predecessorCode: '101010003' })
  const joined = await rowOf(2027, '999')
  expect(joined).toMatchObject({
    projectId: town.projects.registry,
    predecessor: { code: '101010003', name: '住民基本台帳事業' },
  })
  const left = () =>
    world.reader.selectFrom('projects').select('id').where('id', '=', stranger).executeTakeFirst()
  expect(await left()).toBeUndefined()
  await edit(yoshida, 2027, '999', { predecessorCode: null })
  const parted = await rowOf(2027, '999')
  expect(parted.predecessor).toBeNull()
  expect(parted.projectId).not.toBe(town.projects.registry)
  expect(await rowOf(2026, '101010003')).toMatchObject({ projectId: town.projects.registry })
})

it('refuses at the field what cannot be', async () => {
  await using told = await story()
  const { world, town, rowOf, edit } = told
  const { yoshida } = town.people
  const field = (name: string, sentence: string) => ({
    field: name,
    message: expect.stringContaining(sentence),
  })
  await expect(edit(yoshida, 2027, '999', { predecessorCode: '404' })).rejects.toMatchObject(
    field('predecessorCode', '令和8年度にありません'),
  )
  await expect(edit(yoshida, 2027, '999', { predecessorCode: '101010002' })).rejects.toMatchObject(
    field('predecessorCode', '引き継いでいます'),
  )
  await expect(edit(yoshida, 2027, '999', { departmentId: 12345 })).rejects.toMatchObject(
    field('departmentId', '一覧から'),
  )
  await expect(edit(yoshida, 2027, '999', { inScope: 0 })).rejects.toMatchObject(
    field('excludedReason', '理由'),
  )
  // What people have linked to it in the year is about this one.
  await expect(edit(yoshida, 2026, '101010002', { predecessorCode: null })).rejects.toMatchObject(
    field('predecessorCode', 'ひも付いている'),
  )
  const { id, version, ...kept } = await rowOf(2027, '999')
  const text = textOf({ id, version, ...kept })
  await edit(yoshida, 2027, '999', { name: '先の名前' })
  const second = world.act(town.people.kobayashi, (ctx) =>
    editProject(ctx, { ...text, projectYearId: id, version, name: '後の名前' }),
  )
  await expect(second).rejects.toMatchObject({
    ...{ name: 'ChangedMeanwhile', changedBy: expect.stringContaining('吉田　翔') },
    theirs: { name: '先の名前', version: '2' },
  })
})

it('is for who keeps the organisation, in years that are not closed', async () => {
  await using told = await story()
  const { world, town, edit } = told
  await expect(edit(town.people.takahashi, 2027, '999', { name: '別名' })).rejects.toMatchObject({
    name: 'NotPermitted',
  })
  await world.writer
    .updateTable('fiscalYears')
    .set({ closedAt: '2026-05-01T00:00:00.000Z' })
    .where('fiscalYear', '=', 2025)
    .execute()
  await expect(edit(town.people.yoshida, 2025, '101010001', { name: '別名' })).rejects.toThrow('確定している')
})

it('changes nothing where nothing is different', async () => {
  await using told = await story()
  const { world, town, edit } = told
  const count = async () => (await world.reader.selectFrom('events').select('seq').execute()).length
  const before = await count()
  await edit(town.people.yoshida, 2027, '999', {})
  expect(await count()).toBe(before)
})
