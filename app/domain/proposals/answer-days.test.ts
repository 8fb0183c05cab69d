import { expect, it } from 'vitest'
import { medianOf } from './answer-days'

it.each([
  [[], null],
  [[9], 9],
  [[30, 1, 2], 2],
  [[4, 1, 3, 10], 3.5],
])('the median of %j is %s', (values, median) => {
  expect(medianOf(values)).toBe(median)
})
