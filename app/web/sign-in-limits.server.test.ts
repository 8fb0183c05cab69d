import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { signInLimits } from './sign-in-limits.server'

const minutes = (count: number) => count * 60_000
const suzuki = { employeeNumber: '001742', address: '10.0.0.1' }

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 5, 1) }))
afterEach(() => void vi.useRealTimers())

async function fail(limits: ReturnType<typeof signInLimits>, attempt: typeof suzuki, times: number) {
  for (let count = 0; count < times; count += 1) await limits.admit(attempt)
}

it('refuses the sixth failure of a person at one address, and the right password as well, for a quarter of an hour', async () => {
  const limits = signInLimits()
  await fail(limits, suzuki, 4)
  expect(await limits.admit(suzuki)).toEqual({ admitted: true, delayMs: 0 })
  expect(await limits.admit(suzuki)).toEqual({ admitted: false, seconds: 900 })

  vi.advanceTimersByTime(minutes(14))
  expect(await limits.admit(suzuki)).toEqual({ admitted: false, seconds: 60 })
  vi.advanceTimersByTime(minutes(1) + 1)
  expect(await limits.admit(suzuki)).toMatchObject({ admitted: true })
})

it('touches neither another person nor another address meanwhile', async () => {
  const limits = signInLimits()
  await fail(limits, suzuki, 6)
  expect(await limits.admit({ ...suzuki, employeeNumber: '001743' })).toMatchObject({ admitted: true })
  expect(await limits.admit({ ...suzuki, address: '10.0.0.2' })).toMatchObject({ admitted: true })
})

it('lets no more than five of twenty attempts at the same moment look at the password', async () => {
  const limits = signInLimits()
  const answers = await Promise.all(Array.from({ length: 20 }, () => limits.admit(suzuki)))
  expect(answers.filter(({ admitted }) => admitted)).toHaveLength(5)
})

it('counts failures only: whoever signs in begins anew', async () => {
  const limits = signInLimits()
  for (let day = 0; day < 50; day += 1) {
    expect(await limits.admit(suzuki)).toEqual({ admitted: true, delayMs: 0 })
    await limits.succeeded(suzuki)
  }
})

it('slows down guessing from many addresses without locking the account', async () => {
  const limits = signInLimits()
  for (let count = 0; count < 20; count += 1) await limits.admit({ ...suzuki, address: `10.0.1.${count}` })
  expect(await limits.admit(suzuki)).toEqual({ admitted: true, delayMs: 2_000 })
  vi.advanceTimersByTime(minutes(61))
  expect(await limits.admit(suzuki)).toEqual({ admitted: true, delayMs: 0 })
})

it('refuses an address that tries a hundred people in an hour', async () => {
  const limits = signInLimits()
  for (let count = 0; count < 100; count += 1) await limits.admit({ ...suzuki, employeeNumber: `${count}` })
  expect(await limits.admit({ ...suzuki, employeeNumber: '101' })).toMatchObject({ admitted: false })
  expect(await limits.admit({ employeeNumber: '101', address: '10.0.0.2' })).toMatchObject({ admitted: true })
})
