import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Job, startJobs } from '#app/jobs/scheduler.server'

type Line = Record<string, unknown>

// Time passes only when a test says so.
beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-06-01T00:00:00.200Z') }))
afterEach(() => void vi.useRealTimers())
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

function schedule(...jobs: Job[]) {
  const logged: Line[] = []
  const note = (line: Line) => void logged.push(line)
  return { logged, stop: startJobs(jobs, { info: note, error: note }) }
}

const everySecond = '* * * * * *'

test('stopping waits for the job at work, which is not started a second time meanwhile', async () => {
  let started = 0
  let ended = 0
  const slow = async () => {
    started++
    await new Promise((resolve) => setTimeout(resolve, 2200))
    ended++
  }
  const { stop } = schedule({ name: 'slow', pattern: everySecond, run: slow })
  await pass(1000)
  expect(started).toBe(1)
  await pass(1500)
  let isStopped = false
  const stopping = stop().then(() => (isStopped = true))
  await pass(300)
  expect([started, ended, isStopped]).toEqual([1, 0, false])
  await pass(500)
  await stopping
  expect([started, ended]).toEqual([1, 1])
  await pass(1100)
  expect(started).toBe(1)
})

test('a job that fails is logged, and comes round again', async () => {
  let runs = 0
  const failing = async () => {
    runs++
    throw new Error(`no mail server ${runs}`)
  }
  const { logged, stop } = schedule({ name: 'deliver-mail', pattern: everySecond, run: failing })
  await pass(2000)
  await stop()
  expect(runs).toBe(2)
  expect(logged[0]).toMatchObject({ job: 'deliver-mail', error: expect.stringContaining('no mail server 1') })
  expect(logged[1]).toMatchObject({ job: 'deliver-mail', error: expect.stringContaining('no mail server 2') })
})

test('what has to be made up for runs at the start already', async () => {
  let runs = 0
  const atStart = { name: 'come-back', pattern: '5 0 * * *', atStart: true, run: async () => void runs++ }
  const { stop } = schedule(atStart, { ...atStart, atStart: false })
  await stop()
  expect(runs).toBe(1)
})
