import { expect, it } from 'vitest'
import { smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import { type Filter, listImprovements, listImprovementsToDownload } from './listing.server'

/** 60 rows of the shelf: every third in 税務課, every second of 2025, every fifth with a tag. */
async function filled(world: TestWorld): Promise<SmallTown> {
  const town = await smallTown(world)
  const rows = Array.from({ length: 60 }, (_, at) => ({
    title: `改善${at + 1}`,
    fiscalYear: at % 2 === 0 ? 2026 : 2025,
    departmentId: at % 3 === 0 ? town.departments.tax : town.departments.citizens,
    bureauId: town.departments.civic,
    effectTags: at % 5 === 0 ? '["time"]' : '[]',
    ...{ excerpt: '', authors: '', state: 'implemented', recurring: 1 as const, publishedOn: '2026-06-01' },
  }))
  const shelved = await world.writer
    .insertInto('improvements')
    .values(rows)
    .returning(['id', 'title'])
    .execute()
  const tagged = shelved.flatMap(({ id, title }) => {
    const at = Number(title.slice(2)) - 1
    return at % 5 === 0 ? [{ tag: 'time', improvementId: id, fiscalYear: at % 2 === 0 ? 2026 : 2025 }] : []
  })
  await world.writer.insertInto('improvementTags').values(tagged).execute()
  return town
}

/** The numbers of the titles, through all pages. */
async function numbers(world: TestWorld, filter: Filter): Promise<number[]> {
  const found: number[] = []
  let before: number | undefined
  for (;;) {
    const page = await listImprovements(world.reader, filter, { before })
    expect(page).toMatchObject({ capped: false })
    found.push(...page.rows.map(({ title }) => Number(title.slice(2))))
    if (page.nextBefore === null) {
      expect(found).toHaveLength(page.total)
      return found
    }
    before = page.nextBefore
  }
}

it('pages through what fits, newest first, whatever it is narrowed by', async () => {
  await using world = await freshWorld()
  const { departments } = await filled(world)
  const all = Array.from({ length: 60 }, (_, at) => 60 - at)
  const tax = (one: number) => (one - 1) % 3 === 0
  const of2026 = (one: number) => (one - 1) % 2 === 0
  const tagged = (one: number) => (one - 1) % 5 === 0

  expect(await numbers(world, {})).toEqual(all)
  expect(await numbers(world, { fiscalYear: 2026 })).toEqual(all.filter(of2026))
  expect(await numbers(world, { departmentId: departments.tax })).toEqual(all.filter(tax))
  expect(await numbers(world, { bureauId: departments.civic })).toEqual(all)
  expect(await numbers(world, { tag: 'time' })).toEqual(all.filter(tagged))
  expect(await numbers(world, { tag: 'time', fiscalYear: 2026 })).toEqual(all.filter(tagged).filter(of2026))
  expect(await numbers(world, { tag: 'time', fiscalYear: 2026, departmentId: departments.tax })).toEqual(
    all.filter(tagged).filter(of2026).filter(tax),
  )
  expect(await numbers(world, { departmentId: departments.welfare })).toEqual([])
})

it('gives a file the same rows as the screen', async () => {
  await using world = await freshWorld()
  await filled(world)
  const rows = await listImprovementsToDownload(world.reader, { fiscalYear: 2025 })
  expect(rows.map(({ title }) => Number(title.slice(2)))).toEqual(await numbers(world, { fiscalYear: 2025 }))
  expect(rows[0]?.bureauName).toBe('市民部')
})
