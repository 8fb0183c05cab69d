import { expect, it } from 'vitest'
import { smallTown } from '#tests/support/town.server'
import { freshWorld } from '#tests/support/world.server'
import { importMeasures } from '../projects/registry.server'
import { listNarrowing } from './narrowing.server'

const measures = [
  { code: '1', name: '支えあい', level: 'chapter', parentCode: null },
  { code: '11', name: '地域', level: 'section', parentCode: '1' },
  { code: '111', name: '地域づくり', level: 'measure', parentCode: '11' },
  { code: '2', name: '子ども', level: 'chapter', parentCode: null },
  { code: '21', name: '子育て', level: 'section', parentCode: '2' },
] as const

it('offers years, bureaus and 章, and what lies below those that are chosen', async () => {
  await using world = await freshWorld()
  const town = await smallTown(world)
  await world.act(town.people.yoshida, (ctx) => importMeasures(ctx, measures))

  const nothing = await listNarrowing(world.reader, '2026-06-15', { more: true })
  expect(nothing).toMatchObject({ years: [2026, 2025, 2024], sections: [] })
  expect(nothing.bureaus.map(({ name }) => name)).toEqual(['市民部', '総務部', '福祉部'])
  expect(nothing.measures.map(({ code }) => code)).toEqual(['1', '2'])

  const chosen = await listNarrowing(world.reader, '2026-06-15', {
    ...{ bureau: town.departments.civic, more: true, chapter: '1' },
  })
  expect(chosen.sections.map(({ name }) => name)).toEqual(['市民課', '税務課'])
  expect(chosen.measures.map(({ code, level }) => [code, level])).toEqual([
    ['1', 'chapter'],
    ['11', 'section'],
    ['111', 'measure'],
    ['2', 'chapter'],
  ])

  const fewer = await listNarrowing(world.reader, '2026-06-15', { section: town.departments.tax })
  expect(fewer).toMatchObject({ years: [2026, 2025, 2024], measures: [] })
  expect(fewer.sections.map(({ name }) => name)).toEqual(['税務課'])
})
