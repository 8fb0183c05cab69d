import { expect, test } from 'vitest'
import { expiredBackups } from '#db/retention'

const HOUR = 60 * 60 * 1000
const end = Date.UTC(2027, 2, 31, 12)

test('of a year of hourly backups a day of hours, two weeks of days, two months of weeks and a year stay', () => {
  const hourly = Array.from({ length: 366 * 24 }, (_, n) => new Date(end - n * HOUR))
  const expired = new Set(expiredBackups(hourly))
  const staying = hourly.filter((date) => !expired.has(date))

  expect(staying.slice(0, 24)).toEqual(hourly.slice(0, 24))
  const days = new Set(staying.map((date) => date.toISOString().slice(0, 10)))
  for (let day = 0; day < 14; day++)
    expect(days).toContain(new Date(end - day * 24 * HOUR).toISOString().slice(0, 10))
  expect(new Set(staying.map((date) => date.toISOString().slice(0, 7))).size).toBe(12)
  expect(staying.length).toBeLessThanOrEqual(24 + 14 + 8 + 12)
})

test('the only backup never expires, however old it is', () => {
  expect(expiredBackups([new Date(Date.UTC(2020, 0, 1))])).toEqual([])
})

test('of two within an hour the older one goes', () => {
  const [older, newer] = [new Date(end + 1000), new Date(end + 2000)]
  expect(expiredBackups([older, newer])).toEqual([older])
})
