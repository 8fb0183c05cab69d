import { expect, it } from 'vitest'
import { confirmed } from '#tests/support/practices.server'
import { notified } from '#tests/support/reviews.server'
import { smallTown, type SmallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import type { Filter } from './library'
import { listImprovements, listImprovementsToDownload } from './listing.server'

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

/** Copies and hours as the numbers of the titles say, with many that are equal. */
async function inOrders(world: TestWorld): Promise<void> {
  const rows = await world.reader.selectFrom('improvements').select(['id', 'title']).execute()
  for (const { id, title } of rows) {
    const number = Number(title.slice(2))
    await world.writer
      .updateTable('improvements')
      .set({ copies: number % 4, minutesPerYear: number % 7 === 0 ? null : number % 7 })
      .where('id', '=', id)
      .execute()
  }
}

it.each([
  ['copies', true],
  ['copies', false],
  ['minutes', true],
  ['minutes', false],
] as const)(
  'pages through the order by %s, there and back, whether few or many fit (%s)',
  async (order, few) => {
    await using world = await freshWorld()
    await filled(world)
    await inOrders(world)
    const filter: Filter = { fiscalYear: 2026 }
    const asked = { order, total: few ? 30 : 1_000_000 }
    const forwards: number[] = []
    let page = await listImprovements(world.reader, filter, {}, asked)
    for (;;) {
      forwards.push(...page.rows.map(({ id }) => id))
      if (page.nextBefore === null) break
      page = await listImprovements(world.reader, filter, { before: page.nextBefore }, asked)
    }
    const expected = await world.reader
      .selectFrom('improvements')
      .select(['id', 'copies', 'minutesPerYear'])
      .where('fiscalYear', '=', 2026)
      .execute()
    const key = (row: (typeof expected)[number]) =>
      order === 'copies' ? row.copies : (row.minutesPerYear ?? 0)
    const sorted = expected.toSorted((one, other) => key(other) - key(one) || other.id - one.id)
    expect(forwards).toEqual(sorted.map(({ id }) => id))
    const back = await listImprovements(world.reader, filter, { after: page.previousAfter ?? 0 }, asked)
    expect(back.rows.map(({ id }) => id)).toEqual(forwards.slice(0, 20))
    expect(back.previousAfter).toBeNull()
  },
)

it('shows the photo of how it is now, else the first one, and never a document', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  const practiceId = await confirmed(world, town, {})
  const proposalId = await notified(world, town)
  const photo = { mediaType: 'image/jpeg', bytes: 1, uploadedAt: '', uploadedById: town.people.sato }
  const attach = async (place: string, subject: { practiceId: number } | { proposalId: number }) => {
    const files = { ...photo, ...subject, place, fileName: place, sha256: place, description: place }
    await world.writer.insertInto('attachments').values(files).execute()
  }
  const shown = async () => {
    const { rows } = await listImprovements(world.reader, {}, {})
    return rows.map(({ photoDescription }) => photoDescription)
  }
  await attach('document', { practiceId })
  expect(await shown()).toEqual([null, null])
  await attach('before', { practiceId })
  await attach('other', { proposalId })
  expect(await shown()).toEqual(['other', 'before'])
  await attach('after', { practiceId })
  expect(await shown()).toEqual(['other', 'after'])
})
