import { expect, it } from 'vitest'
import { choicesOf } from './choices'
import { filterOf } from './filter'

const names = {
  years: [2026],
  bureaus: [{ id: 1, name: '市民部' }],
  sections: [],
  measures: [
    { code: '1', name: '支えあい', level: 'chapter' as const },
    { code: '11', name: '地域', level: 'section' as const },
  ],
}
const counts = {
  ...{ total: 5, byYear: { 2026: 5 }, byBureau: { 1: 4 }, bySection: {} },
  byTerm: { time: 3, 'ict:ai': 1, 'measure:11': 2 },
}
const labelsOf = (search: string, name: string, known: typeof counts | null = counts) =>
  choicesOf(filterOf(new URL(`http://here.invalid/improvements${search}`)), {
    ...{ names, counts: known },
  })
    .find((choice) => choice.name === name)
    ?.options.map(([, label]) => label)

it.each([
  ['nothing is chosen', '', 'tag', '時間が減る（3）'],
  ['another of the same kind is chosen', '?tag=cost', 'tag', '時間が減る（3）'],
  ['one of another kind is chosen, for both at once are counted nowhere', '?ict=ai', 'tag', '時間が減る'],
  ['a measure of the plan is chosen', '?chapter=1', 'measure', '11　地域（2）'],
] as const)(
  'says how many there are only where that is what would be found: %s',
  (_, search, name, label) => {
    expect(labelsOf(search, name)?.[0]).toBe(label)
  },
)

it('says no number beside words', () => {
  expect(labelsOf('?q=窓口', 'year', null)).toEqual(['令和8年度'])
})

it('offers the rarer filters when asked for, and where one of them is chosen', () => {
  expect(labelsOf('', 'ict')).toBeUndefined()
  expect(labelsOf('?more=1', 'ict')).toHaveLength(5)
  expect(labelsOf('?effect=yen', 'chapter')).toEqual(['1　支えあい'])
})

it('offers what lies below a chapter once that is chosen', () => {
  expect(labelsOf('', 'measure')).toBeUndefined()
  expect(labelsOf('?more=1&measure=11', 'measure')).toBeUndefined()
})
