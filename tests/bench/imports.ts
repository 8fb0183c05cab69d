import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { cast, samplePassword } from '#db/seed/cast'
import { type BuiltServer, runBuilt, startBuilt } from '#tests/support/built-server'
import { signIn, type Visitor } from '#tests/support/visitor'
import { quantile } from './drive'

/*
 * npm run bench:imports: the longest list that a town brings in, and its transfers of one 1 April, on the production build
 * with the sample town; what a page of somebody else takes meanwhile. Bars: preview of 20,000 rows under 10 s, p95 of a
 * page meanwhile under 300 ms.
 */

const rows = 20_000
const movers = 700
const pages = ['/improvements', '/indicators'] as const

const dataDir = mkdtempSync(join(tmpdir(), 'imports-'))
const surroundings = { DATA_DIR: dataDir, SAMPLE: '1', PER_MINUTE: '1000000' }
try {
  await runBuilt(['seed'], surroundings)
  await withServer('2026-11-20T18:30:00+09:00', async ({ administrator, employee }) => {
    say('nothing beside it', await timesDuring(employee, pause(5_000)), 0)
    await measure(employee, `preview of ${rows} people`, () =>
      previewed(administrator, 'people', peopleFile()),
    )
    const transfers = await transfersFile(administrator)
    let importId = 0
    await measure(employee, `preview of ${movers} transfers`, async () => {
      importId = await previewed(administrator, 'appointments', transfers)
    })
    await measure(employee, `applying ${movers} transfers`, () => apply(administrator, importId))
  })
  await withServer('2027-03-31T23:59:50+09:00', async ({ employee }) => {
    say('the ten seconds before midnight', await timesDuring(employee, pause(8_000)), 8_000)
    await pause(3_000)
    const again = await signIn(employee.origin, numberOf('職員'), samplePassword)
    const after = { ...employee, ...again }
    say('the ten seconds after, 700 moved', await timesDuring(after, pause(8_000)), 8_000)
  })
} finally {
  rmSync(dataDir, { recursive: true })
}

interface At extends Visitor {
  readonly origin: string
}

async function withServer(
  clock: string,
  work: (people: { administrator: At; employee: At }) => Promise<void>,
): Promise<void> {
  const server: BuiltServer = await startBuilt({ ...surroundings, CLOCK: clock })
  const { origin } = server
  const as = async (role: string): Promise<At> => ({
    ...(await signIn(origin, numberOf(role), samplePassword)),
    origin,
  })
  try {
    await work({ administrator: await as('システム管理者'), employee: await as('職員') })
  } finally {
    await server.stop()
  }
}

function numberOf(role: string): string {
  return cast.find((person) => person.role === role)?.employeeNumber ?? ''
}

async function measure(employee: At, what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  let took = 0
  const times = await timesDuring(
    employee,
    work().then(() => (took = performance.now() - started)),
  )
  say(what, times, took)
}

/** Somebody reads one page after the other until the work is done. */
async function timesDuring(reader: At, work: Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  let isDone = false
  void work.finally(() => (isDone = true)).catch(() => undefined)
  for (let turn = 0; !isDone; turn += 1) {
    const started = performance.now()
    const answer = await reader.get(pages[turn % pages.length] ?? '/')
    await answer.text()
    if (answer.status !== 200) throw new Error(`A page answered ${answer.status}`)
    times.push(performance.now() - started)
    await pause(10)
  }
  await work
  return times
}

/** Uploads a list and waits for its preview. Returns its key. */
async function previewed({ origin, cookie, get }: At, list: string, file: string): Promise<number> {
  const body = new FormData()
  body.set('file', new File([file], `${list}.csv`, { type: 'text/csv' }))
  const answer = await fetch(`${origin}/admin/imports/new?list=${list}`, {
    ...{ method: 'POST', body, redirect: 'manual' },
    headers: { cookie, origin },
  })
  const place = answer.headers.get('location') ?? ''
  const id = Number(/imports\/(\d+)/.exec(place)?.[1])
  if (answer.status !== 302 || !id) throw new Error(`Uploading ${list}: ${answer.status} ${place}`)
  for (;;) {
    const page = await (await get(`/admin/imports/${id}`)).text()
    if (page.includes(`/admin/imports/${id}/application`)) return id
    if (page.includes('読めません')) throw new Error(`${list} could not be read`)
    await pause(100)
  }
}

async function apply(administrator: At, importId: number): Promise<void> {
  const path = `/admin/imports/${importId}/application`
  const answer = await administrator.post(path, await administrator.fieldsOf(path))
  if (answer.status !== 302) throw new Error(`Applying: ${answer.status}`)
}

/** People of a town ten times as large, none of whom is there. */
function peopleFile(): string {
  const lines = Array.from({ length: rows }, (_, place) => {
    const number = String(500_000 + place)
    return `${number},髙橋　${number}号,たかはし　${place},p${number}@city.example.lg.jp,正規`
  })
  return ['職員番号,氏名,かな,メール,職の区分', ...lines].join('\r\n')
}

/** Each of so many people takes the place of the next one on 1 April 2027. */
async function transfersFile(administrator: At): Promise<string> {
  const csv = await (await administrator.get('/admin/lists/csv?list=appointments')).text()
  const all = parse(csv, { bom: true, relax_column_count: true }) as string[][]
  const [headings = [], ...lines] = all
  const mains = lines.filter(([number, , , kind, , to]) => kind === '本務' && to === '' && !isOfCast(number))
  const chosen = mains.slice(0, movers)
  if (chosen.length < movers) throw new Error(`Only ${chosen.length} people have a main appointment`)
  const moved = chosen.flatMap((line, place) => {
    const [number = '', department, post, kind, from] = line
    const [, nextDepartment, nextPost] = chosen[(place + 1) % movers] ?? line
    return [
      [number, department, post, kind, from, '2027-03-31'],
      [number, nextDepartment, nextPost, kind, '2027-04-01', ''],
    ]
  })
  return [headings, ...moved].map((line) => line.join(',')).join('\r\n')
}

function isOfCast(number: string | undefined): boolean {
  return cast.some(({ employeeNumber }) => employeeNumber === number)
}

function say(what: string, times: readonly number[], took: number): void {
  const of = (share: number) => `${Math.round(quantile(times, share))} ms`
  console.log(
    `${what}: ${took > 0 ? `${(took / 1000).toFixed(1)} s, ` : ''}pages p50 ${of(0.5)}, p95 ${of(0.95)}, most ${of(1)} (${times.length})`,
  )
}
