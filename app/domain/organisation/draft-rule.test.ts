import { expect, it } from 'vitest'
import { expiryOf, savedBefore } from './draft-rule'

const rule = { months: 12, warnDays: 30 }

it('tells of a draft so many days before it is so many months old', () => {
  expect(savedBefore(rule, '2027-05-02')).toBe('2026-06-01')
  expect(expiryOf(rule, '2027-05-02')).toBe('2027-06-01')
})

it('takes the last day of a month that is shorter', () => {
  expect(savedBefore({ months: 1, warnDays: 1 }, '2027-03-30')).toBe('2027-02-28')
})

it('lets none go where drafts are kept for good', () => {
  expect(savedBefore({ months: null, warnDays: 30 }, '2027-05-02')).toBeNull()
})
