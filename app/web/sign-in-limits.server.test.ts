import { expect, it } from 'vitest'
import { freshWorld } from '#tests/support/world.server'
import { admitChange, admitSignIn, rewardSignIn } from './sign-in-limits.server'

const suzuki = { employeeNumber: '001742', address: '10.0.0.1' }

/** A clock of minutes from the beginning, and the limits on a database of their own. */
async function door() {
  const world = await freshWorld()
  let minutes = 0
  const now = () => new Date(Date.UTC(2026, 5, 1) + minutes * 60_000).toISOString()
  const admit = (attempt = suzuki) => admitSignIn(world.writer, attempt, now())
  return {
    world,
    now,
    admit,
    later: (passed: number) => void (minutes += passed),
    async fail(attempt: typeof suzuki, times: number) {
      for (let count = 0; count < times; count += 1) await admit(attempt)
    },
    [Symbol.asyncDispose]: () => world.close(),
  }
}

it('refuses the sixth failure of a person at one address, and the right password as well, for a quarter of an hour', async () => {
  await using d = await door()
  await d.fail(suzuki, 4)
  expect(await d.admit()).toEqual({ admitted: true, delayMs: 0 })
  expect(await d.admit()).toEqual({ admitted: false, seconds: 900 })

  d.later(14)
  expect(await d.admit()).toEqual({ admitted: false, seconds: 60 })
  d.later(1)
  expect(await d.admit()).toMatchObject({ admitted: true })
})

it('touches neither another person nor another address meanwhile', async () => {
  await using d = await door()
  await d.fail(suzuki, 6)
  expect(await d.admit({ ...suzuki, employeeNumber: '001743' })).toMatchObject({ admitted: true })
  expect(await d.admit({ ...suzuki, address: '10.0.0.2' })).toMatchObject({ admitted: true })
})

it('lets no more than five of twenty attempts at the same moment look at the password', async () => {
  await using d = await door()
  const answers = await Promise.all(Array.from({ length: 20 }, () => d.admit()))
  expect(answers.filter(({ admitted }) => admitted)).toHaveLength(5)
})

it('counts failures only: whoever signs in begins anew', async () => {
  await using d = await door()
  for (let day = 0; day < 50; day += 1) {
    expect(await d.admit()).toEqual({ admitted: true, delayMs: 0 })
    await rewardSignIn(d.world.writer, suzuki)
  }
})

it('slows down guessing from many addresses without locking the account', async () => {
  await using d = await door()
  for (let count = 0; count < 20; count += 1) await d.admit({ ...suzuki, address: `10.0.1.${count}` })
  expect(await d.admit()).toEqual({ admitted: true, delayMs: 2_000 })
  d.later(61)
  expect(await d.admit()).toEqual({ admitted: true, delayMs: 0 })
})

it('refuses an address that tries a hundred people in an hour', async () => {
  await using d = await door()
  for (let count = 0; count < 100; count += 1) await d.admit({ ...suzuki, employeeNumber: `${count}` })
  expect(await d.admit({ ...suzuki, employeeNumber: '101' })).toMatchObject({ admitted: false })
  expect(await d.admit({ employeeNumber: '101', address: '10.0.0.2' })).toMatchObject({ admitted: true })
})

it('does not hold against an address what one person there is refused for', async () => {
  await using d = await door()
  await d.fail(suzuki, 120)
  expect(await d.admit({ ...suzuki, employeeNumber: '001743' })).toMatchObject({ admitted: true })
})

it('lets a person give the current password five times an hour', async () => {
  await using d = await door()
  const change = (personId: number) => admitChange(d.world.writer, personId, d.now())
  for (let count = 0; count < 5; count += 1) expect(await change(1)).toMatchObject({ admitted: true })
  d.later(20)
  expect(await change(1)).toEqual({ admitted: false, seconds: 40 * 60 })
  expect(await change(2)).toMatchObject({ admitted: true })
  d.later(40)
  expect(await change(1)).toMatchObject({ admitted: true })
})
