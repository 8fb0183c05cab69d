import { drive, quantile } from './drive'
import type { Floors } from './floors'
import type { PageAsked } from './pages'
import type { Meter } from './process-cost'
import type { Served } from './served'

export interface Effort {
  readonly rounds: number
  /** Requests of one round over one connection, and half as many again over eight. */
  readonly requests: number
  readonly warmUp: number
}

/** CPU milliseconds for one request. */
export interface Cpu {
  readonly min: number
  readonly median: number
}

export interface Timed {
  readonly app: Cpu
  readonly database: Cpu
  readonly atEight: Cpu
  readonly p50: number
  readonly p95: number
}

export type Timings = ReadonlyMap<string, Timed>

export function timingOf(timings: Timings, { dialect, size }: Served, page: PageAsked): Timed {
  const timed = timings.get(keyOf(dialect, size, page))
  if (!timed) throw new Error(`${page.name} was not timed`)
  return timed
}

/**
 * Times every page of every town in turn, round after round, so that whatever else the machine does falls upon all of them
 * alike and the ratios stand.
 */
export async function timeAll(
  towns: readonly Served[],
  { rounds, requests, warmUp }: Effort,
): Promise<Timings> {
  const samples = new Map<string, Sample[]>()
  for (const town of towns) {
    for (const page of town.pages) await driveTown(town, page, 1, warmUp)
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const place of towns[0]?.pages.keys() ?? []) {
      for (const town of towns) {
        const page = town.pages[place]
        if (!page) continue
        const key = keyOf(town.dialect, town.size, page)
        samples.set(key, [...(samples.get(key) ?? []), await sampleOf(town, page, requests)])
      }
    }
  }
  return new Map([...samples].map(([key, taken]) => [key, summary(taken)]))
}

/** What it costs to send the same bytes from memory. */
export async function timeFloor(floors: Floors, page: PageAsked, { rounds, requests }: Effort): Promise<Cpu> {
  const drivenOnce = () => drive(floors.origin + page.path, { connections: 1, amount: requests, cookie: '' })
  await drivenOnce()
  const costs: number[] = []
  for (let round = 0; round < rounds; round += 1)
    costs.push(await costOf(floors.sender, requests, drivenOnce))
  return cpuOf(costs)
}

interface Sample {
  readonly app: number
  readonly database: number
  readonly atEight: number
  readonly times: readonly number[]
}

async function sampleOf(town: Served, page: PageAsked, requests: number): Promise<Sample> {
  let times: number[] = []
  let app = 0
  const database = await costOf(town.database, requests, async () => {
    app = await costOf(
      town.app,
      requests,
      async () => void (times = await driveTown(town, page, 1, requests)),
    )
  })
  const atEight = await costOf(town.app, requests, () => driveTown(town, page, 8, requests))
  return { app, database, atEight, times }
}

function driveTown(
  { server, cookies }: Served,
  { path, as }: PageAsked,
  connections: number,
  amount: number,
) {
  return drive(server.origin + path, { connections, amount, cookie: cookies[as] })
}

async function costOf(meter: Meter, requests: number, work: () => Promise<unknown>): Promise<number> {
  const before = meter.cpuMs()
  await work()
  return (meter.cpuMs() - before) / requests
}

function summary(samples: readonly Sample[]): Timed {
  const times = samples.flatMap((sample) => sample.times)
  return {
    app: cpuOf(samples.map(({ app }) => app)),
    database: cpuOf(samples.map(({ database }) => database)),
    atEight: cpuOf(samples.map(({ atEight }) => atEight)),
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  }
}

function cpuOf(costs: readonly number[]): Cpu {
  return { min: Math.min(...costs), median: quantile(costs, 0.5) }
}

function keyOf(dialect: string, size: number, { name }: PageAsked): string {
  return `${dialect} ${size} ${name}`
}
