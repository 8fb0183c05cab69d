import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tokenOf } from '#tests/access/parts.server'
import { startBuilt } from '#tests/support/built-server'
import { fill, slightlyLater } from '#tests/support/server'
import { twoMeetings } from '#tests/support/two-meetings.server'
import { quantile } from './drive'
import { meterOf } from './process-cost'

/*
 * npm run bench:agendas: what the pages of a meeting about forty proposals cost beside those of one about four, as CPU of
 * the production build and as the ratio of the two, measured in turns.
 */

// After 300 requests V8 has not yet compiled all that a process of a city hall has, and two runs differ by a third.
const warmUp = 1_000
const rounds = 30
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
  await cost(few, warmUp)
  await cost(many, warmUp)
}
for (const [name, few, many] of pages) {
  const costs: { few: number; many: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    costs.push({ few: await cost(few, requests), many: await cost(many, requests) })
  }
  // Two rounds side by side are compared, for the machine has slow minutes.
  const ratio = quantile(
    costs.map((round) => round.many / round.few),
    0.5,
  )
  const [least, most] = [costs.map((round) => round.few), costs.map((round) => round.many)].map((all) =>
    Math.min(...all),
  )
  console.log(
    `${name}: ${least?.toFixed(2)} ms of CPU for 4, ${most?.toFixed(2)} for 40, at best; ×${ratio.toFixed(2)} in the middle of ${rounds} rounds (≤ 1.5)`,
  )
}
await server.stop()
rmSync(dataDir, { recursive: true })
