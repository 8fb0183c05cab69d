import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { openDatabase } from '#db/connect.server'
import { testPassword } from '#tests/support/accounts.server'
import { type BuiltServer, freePort, runBuilt, startBuilt } from '#tests/support/built-server'
import { signIn, type Visitor, visitorWith } from '#tests/support/visitor'
import { beginning, foundTown, writers } from './small-town'

/*
 * node bin/run.js tests/chaos/uploads.ts: a hundred photos and notes are sent at the same moment, and the server is
 * killed among them, twice. No row may speak of a file that is not there whole, and nothing that was acknowledged may be
 * missing.
 */

/** Two rounds of each person's twenty uploads in ten minutes. */
const rounds = [13, 7]
const filesOfDraft = 5

const dataDir = mkdtempSync(join(tmpdir(), 'uploads-'))
const databaseUrl = `sqlite:${join(dataDir, 'kaizen.db')}`
const surroundings = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, SAMPLE: '1', CLOCK: beginning }
const port = await freePort()
const faults: string[] = []
const acknowledged: { practiceId: number; description: string }[] = []
let sent = 0

await foundTown(dataDir, databaseUrl)
const photo = await sharp({ create: { width: 1_200, height: 900, channels: 3, background: 'teal' } })
  .jpeg()
  .toBuffer()

const people = await prepare()
for (const [round, files] of rounds.entries()) {
  const before = acknowledged.length
  const server = await start()
  const sending = people.flatMap((person) => {
    const visitor = visitorWith(server.origin, person.cookie)
    return Array.from({ length: files }, (_, file) => upload(visitor, server, person, round, file))
  })
  const total = sending.length
  while (acknowledged.length < before + total / 4) await pause(2)
  await server.stop('SIGKILL')
  await Promise.all(sending)
  await audit(`round ${round + 1}`)
}
report()

interface Person {
  readonly cookie: string
  readonly drafts: readonly number[]
}

/** Everybody signs in and begins as many drafts as their files need. */
async function prepare(): Promise<Person[]> {
  const server = await start()
  const signed = await Promise.all(
    writers.map(async (number) => {
      const visitor = await signIn(server.origin, number, testPassword)
      const drafts: number[] = []
      const needed = rounds.reduce((sum, files) => sum + Math.ceil(files / filesOfDraft), 0)
      while (drafts.length < needed) {
        const hidden = await visitor.fieldsOf('/practices/new')
        const answer = await visitor.post('/practices/new/kept', { ...hidden, title: '写真のある改善' })
        drafts.push(Number(/\d+/.exec(answer.headers.get('location') ?? '')?.[0]))
      }
      return { cookie: visitor.cookie, drafts }
    }),
  )
  await server.stop('SIGTERM')
  return signed
}

/** Ends with the answer, or with the server. */
async function upload(
  visitor: Visitor,
  { origin }: BuiltServer,
  person: Person,
  round: number,
  file: number,
) {
  const first = round === 0 ? 0 : Math.ceil((rounds[0] ?? 0) / filesOfDraft)
  const practiceId = person.drafts[first + Math.floor(file / filesOfDraft)] ?? 0
  const address = `/practices/${practiceId}/attachments`
  const description = `${round}の${file}`
  try {
    const hidden = await visitor.fieldsOf(address)
    const form = new FormData()
    const isPhoto = file % 2 === 0
    const fields = { ...hidden, place: isPhoto ? 'before' : 'document', description }
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const content = isPhoto ? new Uint8Array(photo) : `${practiceId} ${description}`
    form.append('file', new File([content], isPhoto ? 'a.jpg' : 'a.txt'))
    sent += 1
    const headers = { cookie: visitor.cookie, origin }
    const answer = await fetch(origin + address, { method: 'POST', headers, body: form, redirect: 'manual' })
    if (answer.status === 302) acknowledged.push({ practiceId, description })
    else faults.push(`${address}: ${answer.status}`)
  } catch (error) {
    if (!(error instanceof TypeError)) faults.push(String(error)) // fetch throws it when the server is gone
  }
}

async function start(): Promise<BuiltServer> {
  return startBuilt(surroundings, port)
}

/** `verify` reads every file that a row refers to. */
async function audit(when: string): Promise<void> {
  await runBuilt(['verify'], surroundings).catch((error: unknown) => faults.push(`${when}: ${String(error)}`))
  const connections = openDatabase(databaseUrl)
  const rows = await connections.reader
    .selectFrom('attachments')
    .select(['practiceId', 'description'])
    .execute()
  await connections.close()
  const there = new Set(rows.map(({ practiceId, description }) => `${practiceId} ${description}`))
  const lost = acknowledged.filter(
    ({ practiceId, description }) => !there.has(`${practiceId} ${description}`),
  )
  if (lost.length > 0) faults.push(`${when}: ${lost.length} acknowledged uploads are lost`)
  if (there.size !== rows.length) faults.push(`${when}: an upload was attached twice`)
}

function report(): void {
  if (acknowledged.length === sent) faults.push('no upload was cut off: this proves nothing')
  console.log(
    `${sent} uploads, ${acknowledged.length} acknowledged, ${rounds.length} kills; ${faults.length} faults`,
  )
  for (const fault of faults.slice(0, 20)) console.error(fault)
  if (faults.length > 0) process.exitCode = 1
  else rmSync(dataDir, { recursive: true })
}
