import { expect, it } from 'vitest'
import { placesOf, type Scored } from './ranking'
import { complaintsOf, defaultRubric } from './rubric'
import { pointsOf, summaryOf } from './score'

const { criteria } = defaultRubric

it('the usual rubric stands, and makes 100 points of the highest marks and 20 of the lowest', () => {
  expect(complaintsOf(defaultRubric)).toEqual([])
  expect(pointsOf(criteria, [5, 5, 5, 5, 5])).toBe(1000)
  expect(pointsOf(criteria, [1, 1, 1, 1, 1])).toBe(200)
  expect(pointsOf(criteria, [4, 3, 5, 2, 1])).toBe(240 + 120 + 200 + 60 + 30)
})

it('weights that do not make 100 points are refused with the sum', () => {
  const [complaint] = complaintsOf({ ...defaultRubric, criteria: criteria.slice(1) })
  expect(complaint).toEqual({ field: 'criteria', message: '配点の合計を100点にしてください（今70点です）' })
})

it('two criteria of one name, and a threshold for less above the one for more, are refused', () => {
  const [first, ...others] = criteria
  expect(complaintsOf({ ...defaultRubric, criteria: [{ ...first!, name: '努力' }, ...others] })).toHaveLength(
    1,
  )
  expect(complaintsOf({ ...defaultRubric, adoptFrom: 40 })[0]?.field).toBe('studyFrom')
})

it('a mean is that of the sheets there are, with its spread; without any there is none', () => {
  expect(summaryOf([812, 700, 655])).toEqual({ scorers: 3, mean: 722, lowest: 655, highest: 812 })
  expect(summaryOf([])).toEqual({ scorers: 0, mean: null, lowest: null, highest: null })
})

const items: Scored[] = [
  { id: 1, receiptSeq: 9, scorers: 3, mean: 800, lowest: 600, highest: 900 },
  { id: 2, receiptSeq: 2, scorers: 3, mean: 650, lowest: 300, highest: 900 },
  { id: 3, receiptSeq: 5, scorers: 2, mean: 650, lowest: 640, highest: 660 },
  { id: 4, receiptSeq: 1, scorers: 0, mean: null, lowest: null, highest: null },
  { id: 5, receiptSeq: 3, scorers: 4, mean: 400, lowest: 400, highest: 400 },
]

const ranksBy = (tieBreak: 'shared' | 'narrower' | 'earlier') =>
  [...placesOf(items, { ...defaultRubric, tieBreak })].map(([id, { rank }]) => [id, rank])

it.each([
  [
    'shared',
    [
      [1, 1],
      [2, 2],
      [3, 2],
      [5, 4],
    ],
  ],
  [
    'narrower',
    [
      [1, 1],
      [3, 2],
      [2, 3],
      [5, 4],
    ],
  ],
  [
    'earlier',
    [
      [1, 1],
      [2, 2],
      [3, 3],
      [5, 4],
    ],
  ],
] as const)('a tie is settled as the settings say: %s', (tieBreak, ranks) => {
  expect(ranksBy(tieBreak)).toEqual(ranks)
})

it('a cut takes in all who share its last place, and thresholds suggest', () => {
  const places = placesOf(items, { ...defaultRubric, cutAfter: 2 })
  expect([1, 2, 3, 5].map((id) => places.get(id)?.isWithinCut)).toEqual([true, true, true, false])
  expect([1, 2, 5].map((id) => places.get(id)?.suggestion)).toEqual(['adopt', 'study', 'decline'])
  expect([3, 1].map((id) => places.get(id)?.hasFewScorers)).toEqual([true, false])
  expect(places.get(4)).toBeUndefined()
})

it('without thresholds nothing is suggested', () => {
  const places = placesOf(items, { ...defaultRubric, adoptFrom: null, studyFrom: null })
  expect(places.get(1)?.suggestion).toBeNull()
})
