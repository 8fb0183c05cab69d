import { expect, it } from 'vitest'
import { countShelfProjects } from '#db/migrations/0110-shelf-projects'
import { confirmed } from '#tests/support/practices.server'
import { notified } from '#tests/support/reviews.server'
import { smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { systemPersonId } from '../organisation/actor'
import { addProject } from '../projects/adding.server'
import { searchImprovements } from '../search/finding.server'
import { readQuery } from '../search/query'
import { countCasesElsewhere, findCasesElsewhere } from './elsewhere.server'
import type { Filter, ShelfOrder } from './library'
import { listImprovements, listImprovementsToDownload } from './listing.server'

const today = '2026-06-01'

async function project(world: TestWorld, name: string, departmentId: number): Promise<number> {
  const code = `9${name.length}${departmentId}`
  await world.act(systemPersonId, (ctx) =>
    addProject(ctx, {
      ...{ fiscalYear: 2026, code, name, departmentId },
      ...{ measureCode: null, inScope: 1, excludedReason: null },
    }),
  )
  const row = await world.reader
    .selectFrom('projectYears')
    .select('projectId')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return row.projectId
}

/**
 * 市民課 did three for 市税証明書交付事業 of 税務課 or its own 証明書交付事業, one of them for both; 税務課 one itself;
 * and what has nothing to do with it.
 */
async function shelf(): Promise<{ world: TestWorld; town: SmallTown; taxed: number }> {
  const world = await freshWorld()
  const town = await smallTown(world)
  const taxed = await project(world, '市税証明書交付事業', town.departments.tax)
  const { certificates, counter } = town.projects
  await confirmed(world, town, { title: '証明書の棚を分ける', projectIds: [certificates] })
  await confirmed(world, town, { title: '申請書を一枚にする', projectIds: [certificates, taxed] })
  await confirmed(world, town, { title: '用紙を先に渡す', projectIds: [taxed, counter], ictKind: 'rpa' })
  await confirmed(world, town, { title: '窓口に番号札を置く', projectIds: [counter] })
  await confirmed(world, town, { by: 'sato', head: 'watanabe', title: '税の棚', projectIds: [taxed] })
  await notified(world, town)
  return { world, town, taxed }
}

it('counts what other departments did for the same or a like 事務事業, each once, and the library finds as many', async () => {
  const { world, town, taxed } = await shelf()
  const asked = [
    { projectId: taxed, departmentId: town.departments.tax },
    { projectId: town.projects.certificates, departmentId: town.departments.citizens },
    { projectId: town.projects.support, departmentId: town.departments.welfare },
  ]
  const counts = await countCasesElsewhere(world.reader, asked, 2026)
  expect(Object.fromEntries(counts)).toEqual({ [taxed]: 3, [town.projects.certificates]: 1 })
  for (const { projectId } of asked) {
    const elsewhere = await findCasesElsewhere(world.reader, projectId, today)
    const { rows, total } = await listImprovements(world.reader, { elsewhere }, {})
    expect([rows.length, total, elsewhere.total]).toEqual(Array(3).fill(counts.get(projectId) ?? 0))
  }
  await world.close()
})

it('is a condition of the library like any other: with place, year, tool, words, order, and in files', async () => {
  const { world, town, taxed } = await shelf()
  const elsewhere = await findCasesElsewhere(world.reader, taxed, today)
  expect(elsewhere).toMatchObject({ name: '市税証明書交付事業', departmentName: '税務課' })
  const titles = async (filter: Filter, order: ShelfOrder = 'new', total?: number) =>
    (await listImprovements(world.reader, { elsewhere, ...filter }, {}, { order, total })).rows.map(
      ({ title }) => title,
    )
  const all = ['用紙を先に渡す', '申請書を一枚にする', '証明書の棚を分ける']
  expect(await titles({})).toEqual(all)
  expect(await titles({}, 'copies')).toEqual(all)
  expect(await titles({}, 'minutes', 1_000_000)).toEqual(all)
  expect(await titles({ ict: 'rpa' })).toEqual(all.slice(0, 1))
  expect(await titles({ departmentId: town.departments.tax })).toEqual([])
  expect(await titles({ bureauId: town.departments.civic, fiscalYear: 2026 })).toEqual(all)
  expect(await titles({ fiscalYear: 2025 })).toEqual([])
  const query = readQuery('棚')
  const found = query && (await searchImprovements(world.reader, query, { elsewhere }, {}))
  expect(found?.rows.map(({ title }) => title)).toEqual(all.slice(2))
  const file = await listImprovementsToDownload(world.reader, { elsewhere })
  expect(file.map(({ title }) => title)).toEqual(all)
  await world.close()
})

it('finds nothing for a 事務事業 that nobody knows', async () => {
  const { world } = await shelf()
  const elsewhere = await findCasesElsewhere(world.reader, 999_999, today)
  expect((await listImprovements(world.reader, { elsewhere }, {})).total).toBe(0)
  await world.close()
})

it('says after every change what counting everything would say', async () => {
  const { world } = await shelf()
  const summary = () =>
    world.reader
      .selectFrom('shelfProjects')
      .selectAll()
      .where('improvements', '<>', 0)
      .orderBy('projects')
      .orderBy('departmentId')
      .execute()
  const kept = await summary()
  await countShelfProjects(world.writer)
  expect(kept).toEqual(await summary())
  expect(kept.length).toBeGreaterThanOrEqual(5)
  await world.close()
})
