import { parseArgs } from 'node:util'
import { type Exact, weigh, weighFirstLoad } from './exact'
import { layFloors } from './floors'
import { countHits } from './hits'
import { watchMemory } from './memory'
import { rssMbOf } from './process-cost'
import { failuresOf, type Findings, type Line, tableOf } from './report'
import { type Effort, timeAll, timeFloor, timingOf } from './rounds'
import { sampleSize } from './fill'
import { serve, type Served } from './served'
import { timeSimilar } from './similar'
import { timeSubmissions } from './submit'

/*
 * npm run bench [-- --quick]: what the pages of the production build cost in towns of 2,000, 20,000 and 300,000 reports and
 * proposals. With DATABASE_URL (an address of PostgreSQL) on both databases. Ends with 1 when a figure that is the same on
 * every machine misses its bar; times and CPU are reported beside theirs.
 */

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } })
const isQuick = values.quick
const sizes = isQuick ? [sampleSize, 20_000] : [sampleSize, 20_000, 300_000]
// A process that serves a city hall has long compiled what it runs; after 40 requests it has not, and costs half as much again.
const effort: Effort = isQuick
  ? { rounds: 3, requests: 50, warmUp: 300 }
  : { rounds: 6, requests: 80, warmUp: 1_000 }

const postgres = process.env['DATABASE_URL']
const towns: Served[] = []
try {
  for (const server of postgres === undefined ? [undefined] : [undefined, postgres]) {
    for (const size of sizes) towns.push(await serve(size, server))
  }
  const findings = await measure(towns)
  console.log(tableOf(findings))
  console.log(JSON.stringify(findings))
  const failures = failuresOf(findings)
  for (const failure of failures) console.error(failure)
  if (failures.length > 0) process.exitCode = 1
} finally {
  for (const town of towns) await town.stop()
}

async function measure(served: readonly Served[]): Promise<Findings> {
  const [smallest] = served
  if (!smallest) throw new Error('No town was filled')
  const exact = new Map<string, Exact>()
  for (const town of served) {
    for (const page of town.pages)
      exact.set(`${town.dialect} ${town.size} ${page.name}`, await weigh(town, page))
  }
  const firstLoads = await Promise.all(smallest.pages.map((page) => weighFirstLoad(smallest, page)))
  const timings = await timeAll(served, effort)
  const lines: Line[] = []
  for (const dialect of new Set(served.map((town) => town.dialect))) {
    const ofDialect = served.filter((town) => town.dialect === dialect)
    const largest = ofDialect.at(-1) ?? smallest
    const floors = await layFloors(largest, effort.warmUp)
    for (const page of largest.pages) {
      const floor = { bytes: await timeFloor(floors, page, effort), render: await floors.render(page) }
      for (const town of ofDialect) {
        const weighed = exact.get(`${dialect} ${town.size} ${page.name}`)
        if (!weighed) continue
        const isLargest = town === largest
        lines.push({
          ...{ page: page.name, bar: page.bar, dialect, size: town.size, matters: town.matters },
          ...{ exact: weighed, timed: timingOf(timings, town, page), floor: isLargest ? floor : null },
        })
      }
    }
    floors.stop()
  }
  return {
    lines,
    firstLoads: smallest.pages.map(({ name }, place) => ({
      page: name,
      ...firstLoads[place],
    })) as Findings['firstLoads'],
    towns: await Promise.all(
      served.map(async (town) => ({
        ...{ dialect: town.dialect, size: town.size, readyAfterMs: Math.round(town.server.readyAfterMs) },
        ...{ startCpuMs: Math.round(town.startCpuMs), mb: Math.round(rssMbOf(town.server.pid)) },
        hits: await countHits(town),
        similarCpuMs: await timeSimilar(town, isQuick ? 20 : 100),
      })),
    ),
    submissions: await inTurn(served, async (town) => ({
      ...{ dialect: town.dialect, size: town.size },
      ...(await timeSubmissions(town, isQuick ? 10 : 100)),
    })),
    memory: isQuick ? [] : await watchMemory(smallest, 10_000),
  }
}

async function inTurn<From, To>(from: readonly From[], work: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = []
  for (const one of from) done.push(await work(one))
  return done
}
