import { expect, it } from 'vitest'
import { monthsLater } from './follow-up'

it.each([
  ['2026-06-01', 12, '2027-06-01'],
  ['2026-06-01', 6, '2026-12-01'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 1, '2027-01-31'],
])('%s and %i months more is %s', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later)
})
