import { expect, test } from 'vitest'
import { clockFrom } from '#app/server/clock'

test('a set clock starts where it was set and runs at the pace of the machine', () => {
  let machine = Date.UTC(2026, 0, 1)
  const now = clockFrom(new Date('2027-03-31T14:59:59.000Z'), () => new Date(machine))
  expect(now().toISOString()).toBe('2027-03-31T14:59:59.000Z')
  machine += 1000
  expect(now().toISOString()).toBe('2027-03-31T15:00:00.000Z')
})
