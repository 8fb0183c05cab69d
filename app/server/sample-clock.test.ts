import { expect, test } from 'vitest'
import { ConfigError } from '#app/server/config'
import { startOfClock } from '#app/server/sample-clock'

const loaded = '2026-11-20T08:00:00.000Z'
const start = (machine: string, { last = loaded as string | undefined, sample = true, clock = '' } = {}) =>
  startOfClock({ clock: clock ? new Date(clock) : undefined }, sample, last, new Date(machine))?.toISOString()

test.each([['2026-11-24T09:00:00+09:00'], ['2027-01-15T10:00:00+09:00'], ['2027-03-31T23:59:59+09:00']])(
  'on %s the sample town shows the real time',
  (machine) => {
    expect(start(machine)).toBeUndefined()
  },
)

test.each([
  ['before its records end', '2026-06-01T10:00:00+09:00'],
  ['when its seats have ended', '2027-04-01T00:00:00+09:00'],
  ['years later', '2031-07-07T10:00:00+09:00'],
])('%s it begins on 24 November 2026 at nine in the morning', (_when, machine) => {
  expect(start(machine)).toBe('2026-11-24T00:00:00.000Z')
})

test('a later start goes on from what was last recorded, so that nothing happens before what it follows', () => {
  const last = '2026-11-26T03:00:00.000Z'
  expect(start('2031-07-07T10:00:00+09:00', { last })).toBe(last)
  expect(start('2026-11-25T10:00:00+09:00', { last })).toBe(last)
})

test('what the machine recorded in a later year, such as a restored backup, is not its time', () => {
  expect(start('2031-07-07T10:00:00+09:00', { last: '2031-07-06T00:00:00.000Z' })).toBe(
    '2026-11-24T00:00:00.000Z',
  )
})

test('CLOCK goes before, in the sample town only', () => {
  const clock = '2026-07-01T00:00:00.000Z'
  expect(start('2031-07-07T10:00:00+09:00', { clock })).toBe(clock)
  expect(() => start('2026-12-01T10:00:00+09:00', { clock, sample: false })).toThrow(ConfigError)
})

test('a real town has the time of the machine, whatever the year', () => {
  expect(start('2031-07-07T10:00:00+09:00', { sample: false })).toBeUndefined()
})
