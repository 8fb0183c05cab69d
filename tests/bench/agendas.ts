import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tokenOf } from '#tests/access/parts.server'
import { startBuilt } from '#tests/support/built-server'
import { fill, slightlyLater } from '#tests/support/server'
import { twoMeetings } from '#tests/support/two-meetings.server'
import { meterOf } from './process-cost'

/*
 * npm run bench:agendas: what the pages of a meeting about forty proposals cost beside those of one about four, as CPU of
 * the production build and as the ratio of the two, measured in turns.
 */

const rounds = 12
const requests = 40

const dataDir = mkdtempSync(join(tmpdir(), 'kaizen-'))
const [short, long] = await fill(dataDir, twoMeetings)
const server = await startBuilt({
  DATA_DIR: dataDir,
  SAMPLE: '1',
  CLOCK: slightlyLater,
  PER_MINUTE: '1000000',
})
const { cpuMs } = meterOf(server.pid)

async function cost(path: string, times: number): Promise<number> {
  const before = cpuMs()
  for (let left = times; left > 0; left -= 1) {
    const answer = await fetch(server.origin + path, { headers: { cookie: `sid=${tokenOf('chair')}` } })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
  }
  return (cpuMs() - before) / times
}

const pages = [
  ['the agenda', `/sittings/${short?.sittingId}`, `/sittings/${long?.sittingId}`],
  ['one item', `/agenda/${short?.itemIds[0]}`, `/agenda/${long?.itemIds[0]}`],
  ['scoring one', `/agenda/${short?.itemIds[0]}/score`, `/agenda/${long?.itemIds[0]}/score`],
] as const
for (const [, few, many] of pages) {
  await cost(few, 300)
  await cost(many, 300)
}
for (const [name, few, many] of pages) {
  const costs = { few: Infinity, many: Infinity }
  for (let round = 0; round < rounds; round += 1) {
    costs.few = Math.min(costs.few, await cost(few, requests))
    costs.many = Math.min(costs.many, await cost(many, requests))
  }
  const ratio = costs.many / costs.few
  console.log(
    `${name}: ${costs.few.toFixed(2)} ms of CPU for 4, ${costs.many.toFixed(2)} for 40, ×${ratio.toFixed(2)} (≤ 1.5)`,
  )
}
await server.stop()
rmSync(dataDir, { recursive: true })
