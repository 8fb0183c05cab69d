import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type Job, startJobs } from '#app/jobs/scheduler.server'

type Line = Record<string, unknown>

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
    await pause(2200)
    ended++
  }
  const { stop } = schedule({ name: 'slow', pattern: everySecond, run: slow })
  while (started === 0) await pause(20)
  await pause(1500)
  await stop()
  expect([started, ended]).toEqual([1, 1])
  await pause(1100)
  expect(started).toBe(1)
})

test('a job that fails is logged, and comes round again', async () => {
  let runs = 0
  const failing = async () => {
    runs++
    throw new Error(`no mail server ${runs}`)
  }
  const { logged, stop } = schedule({ name: 'deliver-mail', pattern: everySecond, run: failing })
  while (runs < 2) await pause(20)
  await stop()
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
