import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openDatabase } from '#db/connect.server'
import { testPassword } from '#tests/support/accounts.server'
import { type BuiltServer, freePort, runBuilt, startBuilt } from '#tests/support/built-server'
import { signIn, type Visitor, visitorWith } from '#tests/support/visitor'
import { auditLedger, auditTitles, type Ledger } from './ledger'
import { openPlace } from './places'
import { beginning, foundTown, writers } from './small-town'
import { GoneHome, type Subjects, writeOn } from './writer'

/*
 * node bin/run.js tests/chaos/kill.ts --kills 200 --database postgres: eight people write while the server is killed again
 * and again without warning, and on PostgreSQL now and then the database instead. What they were told is safe must be there
 * at the end, once. At the last stop the server is asked politely, and must answer whatever it has begun to answer.
 */

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '10' }, database: { type: 'string', default: 'sqlite' } },
})
const kills = Number(values.kills)
const longestRestartMs = 5_000
const everyCrash = 10

const dataDir = mkdtempSync(join(tmpdir(), 'chaos-'))
const place = await openPlace(values.database, dataDir)
const port = await freePort()
const started = Date.now()

const town = await foundTown(dataDir, place.url)
const subjects: Subjects = { projectId: town.projects.counter, departmentId: town.departments.welfare }
const ledger: Ledger = { entries: [], acknowledged: 0 }
const faults: string[] = []
let slowestMs = 0
let days = 0
let crashes = 0

const cookies = await signEverybodyIn()
for (let kill = 1; kill <= kills; kill += 1) {
  const server = await start()
  const writing = everybodyWrites(server)
  await severalWrites(1 + Math.floor(Math.random() * 30))
  if (kill % everyCrash === 0) await crashDatabase()
  await server.stop('SIGKILL')
  await writing
}
await stopPolitely()
await audit()
await place.close()
report()

/** The server outlives its database: what is sent meanwhile is to be sent again, and then it goes on. */
async function crashDatabase(): Promise<void> {
  if (!place.crash) return
  crashes += 1
  await place.crash()
  if (!(await severalWrites(10))) faults.push(`crash ${crashes}: nobody could write any more`)
}

/** Sessions are writes as well: nobody has to sign in again after a crash. */
async function signEverybodyIn(): Promise<string[]> {
  const server = await start()
  const visitors = await Promise.all(writers.map((number) => signIn(server.origin, number, testPassword)))
  await server.stop('SIGKILL')
  return visitors.map(({ cookie }) => cookie)
}

async function start(): Promise<BuiltServer> {
  const now = new Date(Date.parse(beginning) + Date.now() - started).toISOString()
  const server = await startBuilt(
    { DATA_DIR: dataDir, DATABASE_URL: place.url, SAMPLE: '1', CLOCK: now, PER_MINUTE: '1000000' },
    port,
  )
  slowestMs = Math.max(slowestMs, server.readyAfterMs)
  return server
}

/** Ends when the server has gone and everybody has noticed, or has gone home. Returns what ended each one's writing. */
async function everybodyWrites({ origin }: BuiltServer, isLate = () => false): Promise<unknown[]> {
  days += 1
  const ends = cookies.map((cookie, at) => {
    const visitor = untilLate(visitorWith(origin, cookie, insist), isLate)
    return writeOn(visitor, ledger, subjects, `${writers[at]}の${days}日目`).catch((error: unknown) => error)
  })
  const reasons = await Promise.all(ends)
  faults.push(...reasons.filter(isFault).map(String))
  return reasons
}

/** That the server is gone is what fetch throws; everything else should not have happened. */
function isFault(reason: unknown): boolean {
  return !(reason instanceof TypeError || reason instanceof GoneHome)
}

/** Whoever reads “come again in a moment” sends the very same once more: the form's one-time key keeps it from being done twice. */
async function insist(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask()
    if (answer.status !== 503 || attempt === 100) return answer
    await pause(250)
  }
}

/** Kills between any two writes, however fast the machine is. Returns whether so many were done in time. */
async function severalWrites(count: number): Promise<boolean> {
  const enough = ledger.acknowledged + count
  for (let waited = 0; ledger.acknowledged < enough && waited < 20_000; waited += 5) await pause(5)
  await pause(Math.random() * 20)
  return ledger.acknowledged >= enough
}

/** A load balancer sees /readyz and sends nobody here any more; who is being answered is answered to the end. */
async function stopPolitely(): Promise<void> {
  const server = await start()
  let isLate = false
  const writing = everybodyWrites(server, () => isLate)
  await severalWrites(10)
  const stopping = server.stop('SIGTERM')
  while ((await fetch(`${server.origin}/readyz`)).status !== 503) await pause(10)
  isLate = true
  const cut = (await writing).filter((reason) => !(reason instanceof GoneHome))
  const code = await stopping
  if (code !== 0) faults.push(`SIGTERM: the server ended with ${code}`)
  if (cut.length > 0) faults.push(`SIGTERM: requests were cut off: ${cut.map(String).join(', ')}`)
  faults.push(...place.leftovers().map((words) => `SIGTERM: ${words}`))
}

function untilLate(visitor: Visitor, isLate: () => boolean): Visitor {
  const unlessLate = () => {
    if (isLate()) throw new GoneHome()
  }
  return {
    ...visitor,
    async fieldsOf(path) {
      unlessLate()
      return visitor.fieldsOf(path)
    },
    async post(path, fields) {
      unlessLate()
      return visitor.post(path, fields)
    },
  }
}

/** Pages, references and every seal of the log, and then every line of the ledger. */
async function audit(): Promise<void> {
  await runBuilt(['verify'], { DATA_DIR: dataDir, DATABASE_URL: place.url }).catch((error: unknown) =>
    faults.push(String(error)),
  )
  const connections = openDatabase(place.url)
  faults.push(...(await auditLedger(connections.reader, ledger)), ...(await auditTitles(connections.reader)))
  await connections.close()
  if (slowestMs > longestRestartMs) faults.push(`a restart took ${Math.round(slowestMs)} ms`)
  if (ledger.acknowledged < kills * 5) faults.push(`only ${ledger.acknowledged} writes: this proves nothing`)
}

function report(): void {
  const handedIn = ledger.entries.filter(({ acknowledged }) => acknowledged.stage !== 'draft').length
  const unknown = ledger.entries.filter(({ pending }) => pending).length
  console.log(
    `${kills} kills and ${crashes} crashes of the database on ${values.database}: ${ledger.entries.length} matters in ${ledger.acknowledged} acknowledged writes, ${handedIn} handed in, ` +
      `${unknown} cut off in the middle of a write; slowest restart ${Math.round(slowestMs)} ms; ${faults.length} faults`,
  )
  for (const fault of faults.slice(0, 20)) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
  else rmSync(dataDir, { recursive: true })
}
