import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld, type TestWorld } from '#tests/support/world.server'
import type { Db } from '../context'
import { termsOf } from './bigrams'
import { searchImprovements } from './finding.server'
import { writeTerms } from './indexing.server'
import { marksOf } from './marks'
import { readQuery } from './query'
import { listSynonyms, setSynonyms } from './synonyms.server'

const town = new URL('../../../db/seed/town/', import.meta.url)
const lines = (file: string) =>
  parse<Record<string, string>>(readFileSync(new URL(file, town)), { columns: true })
const practices = lines('practices.csv')

it('finds every report of the town that holds the words, and says how many there are', async () => {
  await using world = await freshWorld()
  await shelveTown(world)
  for (const { query = '', relevantRefs = '' } of lines('relevance.csv')) {
    const relevant = relevantRefs.split(';')
    const found = await findAll(world.reader, query)
    expect({ query, missing: relevant.filter((ref) => !found.includes(ref)) }).toEqual({ query, missing: [] })
  }
}, 60_000)

it('finds words of one, two and more characters, whatever the width and the kana', async () => {
  await using world = await freshWorld()
  await shelve(world, [
    { title: '窓口の番号札', text: '税の証明' },
    { title: 'ﾀﾌﾞﾚｯﾄ会議', text: 'ＬＥＤの照明' },
  ])
  const found = (text: string) => findAll(world.reader, text)
  expect(await found('窓')).toEqual(['窓口の番号札'])
  expect(await found('番号')).toEqual(['窓口の番号札'])
  expect(await found('証明 窓口')).toEqual(['窓口の番号札'])
  expect(await found('たぶれっと led')).toEqual(['ﾀﾌﾞﾚｯﾄ会議'])
  expect(await found('明')).toEqual(['ﾀﾌﾞﾚｯﾄ会議', '窓口の番号札'])
  expect(await found('札税')).toEqual([])
})

it('narrows words by the terms that only the shelf holds', async () => {
  await using world = await freshWorld()
  await shelve(world, [{ title: '窓口い' }, { title: '窓口ろ' }, { title: '会議は' }])
  const rows = await world.reader.selectFrom('improvements').select(['id', 'title', 'fiscalYear']).execute()
  const [, second, third] = rows
  if (!second || !third) throw new Error('three of them')
  for (const { id: improvementId, fiscalYear } of [third, second])
    await world.writer
      .insertInto('improvementTags')
      .values([
        { tag: 'effect:yen', improvementId, fiscalYear },
        { tag: 'ict:rpa', improvementId, fiscalYear },
      ])
      .execute()
  const query = readQuery('窓口')
  const found = query && (await searchImprovements(world.reader, query, { ict: 'rpa', effect: 'yen' }, {}))
  expect(found?.rows.map(({ title }) => title)).toEqual(['窓口ろ'])
})

it('narrows by year, department, bureau and tag in the same step, and counts what fits', async () => {
  await using world = await freshWorld()
  const { departments } = await shelve(world, [
    { title: '窓口い', fiscalYear: 2025 },
    { title: '窓口ろ', department: 'tax' },
    { title: '窓口は', tags: ['time'] },
  ])
  const query = readQuery('窓口')
  if (!query) throw new Error('a query')
  const narrowed = async (filter: Parameters<typeof searchImprovements>[2]) => {
    const { rows, total } = await searchImprovements(world.reader, query, filter, {})
    expect(total).toBe(rows.length)
    return rows.map(({ title }) => title)
  }
  expect(await narrowed({})).toEqual(['窓口は', '窓口ろ', '窓口い'])
  expect(await narrowed({ fiscalYear: 2025 })).toEqual(['窓口い'])
  expect(await narrowed({ departmentId: departments.tax })).toEqual(['窓口ろ'])
  expect(await narrowed({ bureauId: departments.civic, fiscalYear: 2026 })).toEqual(['窓口は', '窓口ろ'])
  expect(await narrowed({ tag: 'time' })).toEqual(['窓口は'])
  expect(await narrowed({ tag: 'time', fiscalYear: 2025 })).toEqual([])
})

it('finds phrases as they stand, and what the office calls by another word', async () => {
  await using world = await freshWorld()
  const town = await shelve(world, [
    { title: '押印の廃止', text: '市民課 窓口' },
    { title: 'はんこをなくす', text: '窓口 市民課' },
  ])
  expect(await findAll(world.reader, '"市民課 窓口"')).toEqual(['押印の廃止'])
  expect(await findAll(world.reader, '市民課 窓口')).toEqual(['はんこをなくす', '押印の廃止'])
  expect(await findAll(world.reader, 'ハンコ')).toEqual(['はんこをなくす'])
  await world.act(town.people.kobayashi, (ctx) => setSynonyms(ctx, { text: '押印＝はんこ' }))
  expect(await findAll(world.reader, 'ハンコ')).toEqual(['はんこをなくす', '押印の廃止'])
  const byAnother = world.act(town.people.sato, (ctx) => setSynonyms(ctx, { text: '' }))
  await expect(byAnother).rejects.toThrow('同義語を決めるのは事務局です。')
  const wrong = world.act(town.people.kobayashi, (ctx) => setSynonyms(ctx, { text: '押印' }))
  await expect(wrong).rejects.toThrow('1行目')
})

/** All but halves of pairs, as the unit 「binary」, which takes two seconds to write them all down first. */
const codePoint = fc.oneof(fc.nat({ max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
const searches = Number(process.env['SEARCHES'] ?? 1_000)

it(
  'answers anything that can be typed',
  async () => {
    await using world = await freshWorld()
    await shelve(world, [{ title: '窓口' }])
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.array(codePoint, { maxLength: 80 }).map((points) => String.fromCodePoint(...points)),
          fc.string({ unit: 'grapheme', maxLength: 80 }),
          fc.constantFrom(
            '" OR 1=1 --',
            "'; drop table",
            'a NEAR(b)',
            'bigrams:窓',
            '*',
            '-窓口',
            '& | !',
            '窓口\u0000',
          ),
        ),
        async (text) => {
          const query = readQuery(text)
          if (query) await searchImprovements(world.reader, query, {}, {})
        },
      ),
      { numRuns: searches },
    )
  },
  60_000 + searches * 20,
)

interface Shelved {
  title: string
  text?: string
  fiscalYear?: number
  department?: 'citizens' | 'tax'
  tags?: readonly string[]
}

/** Rows of the shelf with their terms, past the commands: the subject is the index. */
async function shelve(world: TestWorld, shelved: readonly Shelved[]) {
  const town = await smallTown(world)
  const rows = shelved.map(({ title, fiscalYear = 2026, department = 'citizens', tags = [] }) => ({
    title,
    fiscalYear,
    departmentId: town.departments[department],
    bureauId: town.departments.civic,
    effectTags: JSON.stringify(tags),
    state: 'implemented',
    recurring: 1 as const,
    publishedOn: '2026-06-01',
    excerpt: '',
    authors: '',
  }))
  await world.writer.transaction().execute(async (tx) => {
    const ids: number[] = []
    for (let at = 0; at < rows.length; at += 500) {
      const written = await tx
        .insertInto('improvements')
        .values(rows.slice(at, at + 500))
        .returning('id')
        .execute()
      ids.push(...written.map(({ id }) => id))
    }
    for (const [at, row] of rows.entries()) {
      const { title, text = '', tags = [] } = shelved[at] ?? { title: '' }
      const terms = [...termsOf(`${title}\n${text}`), ...marksOf({ ...row, effectTags: tags })]
      await writeTerms(tx, ids[at] ?? 0, terms)
    }
  })
  return town
}

async function shelveTown(world: TestWorld) {
  await shelve(
    world,
    practices.map(({ ref = '', title = '', before = '', after = '' }) => ({
      title: ref,
      text: [title, before, after].join('\n'),
    })),
  )
}

/** Through all pages. */
async function findAll(db: Db, text: string): Promise<string[]> {
  const query = readQuery(text, await listSynonyms(db))
  if (!query) return []
  const titles: string[] = []
  let before: number | undefined
  for (;;) {
    const { rows, total, nextBefore } = await searchImprovements(db, query, {}, { before })
    titles.push(...rows.map(({ title }) => title))
    if (nextBefore === null) {
      expect(titles).toHaveLength(total)
      return titles
    }
    before = nextBefore
  }
}
