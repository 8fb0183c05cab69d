import { expect, it } from 'vitest'
import { laterBy } from '#app/domain/calendar'
import { freshWorld } from '#tests/support/world.server'
import {
  countAttempt,
  countOfDay,
  forgetAttempts,
  type Limit,
  purgeAttempts,
  takeBackAttempt,
} from './attempts.server'

const minute = 60_000
const begun = '2026-06-01T00:00:00.000Z'
const after = (ms: number) => laterBy(begun, ms)

const window: Limit = { name: 'window', most: 3, windowMs: 10 * minute }
const pause: Limit = { name: 'pause', most: 3, windowMs: 10 * minute, pauseMs: 30 * minute }

it('admits as many as the window allows, and again when it has ended', async () => {
  await using world = await freshWorld(begun)
  const count = (ms: number) => countAttempt(world.writer, window, 'a', after(ms))
  expect([await count(0), await count(1), await count(2)]).toEqual([null, null, null])
  expect(await count(minute)).toBe(after(10 * minute))
  expect(await count(10 * minute)).toBeNull()
})

it('pauses from the first that is too many, which those after it do not prolong', async () => {
  await using world = await freshWorld(begun)
  const count = (ms: number) => countAttempt(world.writer, pause, 'a', after(ms))
  for (const ms of [0, 1, 2]) await count(ms)
  expect(await count(minute)).toBe(after(31 * minute))
  expect(await count(11 * minute)).toBe(after(31 * minute))
  expect(await count(31 * minute)).toBeNull()
})

it('admits no more of many at the same moment', async () => {
  await using world = await freshWorld(begun)
  const waits = await Promise.all(
    Array.from({ length: 20 }, () => countAttempt(world.writer, window, 'a', begun)),
  )
  expect(waits.filter((wait) => wait === null)).toHaveLength(3)
})

it('counts each limit and each one apart, takes back and forgets', async () => {
  await using world = await freshWorld(begun)
  const count = (limit: Limit, of: string) => countAttempt(world.writer, limit, of, begun)
  for (let attempt = 0; attempt < 4; attempt += 1) await count(window, 'a')
  expect(await count(window, 'b')).toBeNull()
  expect(await count(pause, 'a')).toBeNull()
  expect(await count(window, 'a')).toBe(after(10 * minute))
  for (let attempt = 0; attempt < 3; attempt += 1) await takeBackAttempt(world.writer, window, 'a')
  expect(await count(window, 'a')).toBeNull()
  expect(await count(window, 'a')).toBe(after(10 * minute))
  await forgetAttempts(world.writer, window, 'a')
  expect(await count(window, 'a')).toBeNull()
})

it('keeps nobody out because the clock was set back', async () => {
  await using world = await freshWorld(begun)
  for (let attempt = 0; attempt < 4; attempt += 1) await countAttempt(world.writer, window, 'a', begun)
  expect(await countAttempt(world.writer, window, 'a', after(-24 * 60 * minute))).toBeNull()
})

it('keeps nothing that can be read, and nothing that is over', async () => {
  await using world = await freshWorld(begun)
  await countAttempt(world.writer, window, 'himitsu no kotoba', begun)
  const rows = () => world.reader.selectFrom('attempts').selectAll().execute()
  expect(JSON.stringify(await rows())).not.toContain('himitsu')
  await purgeAttempts(world.writer, after(10 * minute - 1))
  expect(await rows()).toHaveLength(1)
  await purgeAttempts(world.writer, after(10 * minute))
  expect(await rows()).toEqual([])
})

it('counts what belongs to one day of the calendar up to its limit, and says what is left', async () => {
  await using world = await freshWorld(begun)
  const day = { name: 'day', most: 10 }
  const count = (amount: number, ms = 0, of = 'a') => countOfDay(world.writer, day, of, amount, after(ms))
  expect(await count(11)).toBe(10)
  expect(await count(7)).toBeNull()
  expect(await count(4)).toBe(3)
  expect(await count(3)).toBeNull()
  expect(await count(1)).toBe(0)
  expect(await count(10, 0, 'b')).toBeNull()
  // Nine in the morning of Tokyo: fifteen hours to midnight.
  expect(await count(1, 15 * 60 * minute - 1)).toBe(0)
  expect(await count(10, 15 * 60 * minute)).toBeNull()
  // The clock was set back by a day.
  expect(await count(10, -1)).toBeNull()
  await purgeAttempts(world.writer, after(15 * 60 * minute))
  expect(await count(10, 1)).toBeNull()
})
