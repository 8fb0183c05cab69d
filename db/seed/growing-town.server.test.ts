import { createHmac } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listDepartmentShares } from '#app/domain/indicators/attainment.server'
import type { Ctx } from '#app/domain/context'
import { systemPersonId } from '#app/domain/organisation/actor'
import { departmentIds, importDepartments } from '#app/domain/organisation/departments.server'
import { personIds } from '#app/domain/organisation/people.server'
import { fingerprintOf, listCarryOvers } from '#app/domain/projects/carry-over-lookup.server'
import { carryOverProjects } from '#app/domain/projects/carrying-over.server'
import { decideCarryOver } from '#app/domain/projects/deciding-carry-over.server'
import { findReorganisation } from '#app/domain/reorganisation/lookup.server'
import { chooseProjects, listProjectMoves } from '#app/domain/reorganisation/projects.server'
import { applyImport } from '#app/domain/transfer/applying.server'
import { readCsv } from '#app/domain/transfer/csv.server'
import { listAsTable } from '#app/domain/transfer/handing-out.server'
import { findImport } from '#app/domain/transfer/import-lookup.server'
import type { ImportedList } from '#app/domain/transfer/list'
import { lists } from '#app/domain/transfer/lists.server'
import { importOrganisation } from '#app/domain/transfer/organisation.server'
import { upload } from '#tests/support/imports.server'
import { freshDatabase, type TestWorld, worldOn } from '#tests/support/world.server'
import { loadTown } from './load.server'
import { type Act, startLoading } from './loading.server'
import { practiceActs } from './practices.server'
import { departmentsBefore, reorganise } from './reorganisation.server'
import { readTables } from './tables.server'

/*
 * The sample town as it came about: begun with what was known in April 2024, it takes in the transfers of 1 April 2025 and
 * 2026 by the importers and the reorganisation of 2025 by the commands of its pages, each in the March before, while its
 * people go on reporting. At the end it must be the town that is loaded at once, in every list, figure and line of history.
 */

const seal = (line: string) => createHmac('sha256', 'test').update(line).digest('base64url')
const { organisation, practices: all } = readTables()
/** Reports of all three years: enough for figures in most departments. */
const practices = all.filter((_, place) => place % 20 === 0)
const years = [2024, 2025, 2026] as const
type Row = Readonly<Record<string, string>>

/** The rows of a file that are known at a time, as a file. */
function known(name: keyof typeof organisation, keep: (row: Row) => Row | null): string {
  const rows = parse<Row>((organisation[name] ?? '').replaceAll('\r\n', '\n'), { columns: true })
  const kept = rows.map(keep).filter((row) => row !== null)
  const headings = Object.keys(rows[0] ?? {})
  const cells = (row: Row) => headings.map((heading) => `"${(row[heading] ?? '').replaceAll('"', '""')}"`)
  return [headings.join(','), ...kept.map((row) => cells(row).join(','))].join('\n')
}

const ofYear = (year: number) => (row: Row) => (row['fiscalYear'] === String(year) ? row : null)

/** Up to the end of a year, and of what ends with it or later nothing: it is only told in March. */
const until = (year: number) => (row: Row) => {
  const lastDay = `${year + 1}-03-31`
  if ((row['validFrom'] ?? '') > lastDay) return null
  return year < 2026 && (row['validTo'] ?? '') >= lastDay ? { ...row, validTo: '' } : row
}

/** A term of office is known with its end. */
const begunBy = (year: number) => (row: Row) => ((row['validFrom'] ?? '') <= `${year}-04-01` ? row : null)

const numbersUntil = (year: number) =>
  new Set(
    readCsv('appointments.csv', known('appointments', until(year)), lists.appointments).map(
      ({ employeeNumber }) => employeeNumber,
    ),
  )

const peopleOf = (year: number) => {
  const numbers = numbersUntil(year)
  return known('people', (row) => (numbers.has(row['employeeNumber'] ?? '') ? row : null))
}

async function begin(world: TestWorld): Promise<void> {
  const read = departmentLists()
  await world.act(systemPersonId, async (ctx) => {
    await importDepartments(ctx, departmentsBefore(read))
    const { posts = '', reasonCodes = '', policies = '' } = organisation
    await importOrganisation(ctx, {
      ...{ posts, reasonCodes, policies, people: peopleOf(2024) },
      ...{ appointments: known('appointments', until(2024)), seats: known('seats', begunBy(2024)) },
      ...{ fiscalYears: known('fiscalYears', ofYear(2024)), projects: known('projects', ofYear(2024)) },
      campaigns: known('campaigns', ofYear(2024)),
    })
  })
}

function departmentLists() {
  return {
    departments: readCsv('departments.csv', organisation.departments ?? '', lists.departments),
    successors: readCsv(
      'departmentSuccessors.csv',
      organisation.departmentSuccessors ?? '',
      lists.departmentSuccessors,
    ),
  }
}

/** In March, for 1 April: what the personnel section and the secretariat do. */
async function takeIn(world: TestWorld, year: number): Promise<void> {
  if (year === 2025) {
    await world.act(systemPersonId, (ctx) =>
      reorganise(ctx, departmentLists(), (id) => chooseDepartments(ctx, id, year)),
    )
  }
  await world.act(systemPersonId, (ctx) =>
    importOrganisation(ctx, {
      fiscalYears: known('fiscalYears', ofYear(year)),
      campaigns: known('campaigns', ofYear(year)),
    }),
  )
  const files: readonly (readonly [ImportedList, string])[] = [
    ['people', peopleOf(year)],
    ['appointments', known('appointments', until(year))],
    ['seats', known('seats', begunBy(year))],
    ['projects', known('projects', ofYear(year))],
  ]
  for (const [list, file] of files) {
    const importId = await upload(world, systemPersonId, list, file)
    const { counts } = await findImport(world.reader, importId)
    // Whoever would go along with a renamed section and is transferred elsewhere on the same day does not.
    const endMissing = list === 'appointments' ? 1 : 0
    if (list === 'appointments') overruled.set(year, counts.missing)
    await world.act(systemPersonId, (ctx) => applyImport(ctx, { importId, withoutErrors: 0, endMissing }))
  }
  await carryOver(world, year)
}

/** Each project of a section that is split, to the section that has it in the list of the year. */
async function chooseDepartments(ctx: Ctx, reorganisationId: number, year: number): Promise<void> {
  const rows = readCsv('projects.csv', known('projects', ofYear(year)), lists.projects)
  const moves = await listProjectMoves(ctx.tx, await findReorganisation(ctx.tx, reorganisationId))
  const choices = moves.flatMap(({ projectId, code, line }) => {
    if (line.kind !== 'split') return []
    const next = rows.find((row) => (row.predecessorCode ?? row.code) === code)
    const later = line.laters.find((one) => one.code === next?.departmentCode) ?? line.laters[0]
    return later ? [{ projectId, laterId: later.id }] : []
  })
  await chooseProjects(ctx, { reorganisationId, choices })
}

/** What has no row in the new year went into another, or has ended. */
async function carryOver(world: TestWorld, year: number): Promise<void> {
  const read = readCsv('projectSuccessors.csv', organisation.projectSuccessors ?? '', lists.projectSuccessors)
  const into = new Map(
    read.flatMap(({ kind, toFiscalYear, fromCode, toCode }) =>
      kind === 'merged' && toFiscalYear === year ? [[fromCode, toCode] as const] : [],
    ),
  )
  const openLines = async () =>
    (await listCarryOvers(world.reader, year)).filter(({ state }) => state === 'open')
  for (const { projectYearId, code } of await openLines()) {
    const intoCode = into.get(code) ?? null
    const kind = intoCode === null ? 'ended' : 'merged'
    await world.act(systemPersonId, (ctx) =>
      decideCarryOver(ctx, { projectYearId, kind, intoCode, name: null, departmentId: null }),
    )
  }
  const open = await openLines()
  if (open.length === 0) return
  const seen = fingerprintOf(open)
  await world.act(systemPersonId, (ctx) => carryOverProjects(ctx, { fiscalYear: year, seen }))
}

/** Those who report until a moment, as the lists of that moment know them. */
async function report(world: TestWorld, waiting: Act[], from: string, to: string): Promise<Act[]> {
  const { reader } = world
  const projectRows = await reader
    .selectFrom('projectYears')
    .select(['fiscalYear', 'code', 'projectId'])
    .execute()
  const keys = {
    people: await personIds(reader),
    departments: await departmentIds(reader),
    projects: new Map(projectRows.map((row) => [`${row.fiscalYear} ${row.code}`, row.projectId])),
    themes: new Map<string, number>(),
  }
  const lines = practices.filter(({ implementedOn }) => implementedOn >= from && implementedOn < to)
  const acts = [...waiting, ...practiceActs(lines, keys)].toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  )
  const loading = startLoading(world)
  for (const act of acts) if (act.at < to) await act.perform(loading)
  return acts.filter(({ at }) => at >= to)
}

/** Every figure of these years with the names beside it, every improvement, and what happened to each, in the words of its day. */
async function told({ reader }: TestWorld, of: readonly number[], day: string) {
  return {
    figures: await Promise.all(of.map((year) => listDepartmentShares(reader, year, day))),
    improvements: await reader
      .selectFrom('improvements')
      .innerJoin('departments', 'departments.id', 'improvements.departmentId')
      .innerJoin('departments as bureaus', 'bureaus.id', 'improvements.bureauId')
      .select(['improvements.title', 'improvements.authors', 'improvements.fiscalYear'])
      .select(['departments.name as departmentName', 'bureaus.name as bureauName', 'publishedOn'])
      .where('improvements.fiscalYear', 'in', of)
      .orderBy('improvements.title')
      .orderBy('publishedOn')
      .execute(),
    history: await reader
      .selectFrom('events')
      .innerJoin('practices', 'practices.id', 'events.practiceId')
      .leftJoin('people', 'people.id', 'events.actorId')
      .select(['events.kind', 'events.at', 'people.employeeNumber', 'events.actorPost', 'practices.title'])
      .where('practices.fiscalYear', 'in', of)
      .orderBy('events.at')
      .orderBy('practices.title')
      .orderBy('events.kind')
      .execute(),
  }
}

/** As pages and figures name them: keys are of one database alone. */
function named({ figures, ...rest }: Told) {
  return {
    ...rest,
    figures: figures.map((shares) => shares.map(({ departmentId: _, bureauId: __, ...share }) => share)),
  }
}

let grown: TestWorld
/** 発令 of the reorganisation that the list of transfers took back, by year. */
const overruled = new Map<number, number>()
let atOnce: TestWorld
type Told = Awaited<ReturnType<typeof told>>
const around: { readonly year: number; readonly before: Told; readonly after: Told }[] = []

beforeAll(async () => {
  grown = worldOn(await freshDatabase(), { instant: '2024-04-01T08:30:00+09:00', seal })
  await begin(grown)
  let waiting = await report(grown, [], '2024-04-01', '2025-03-03')
  for (const year of [2025, 2026]) {
    grown.at(`${year}-03-03T18:00:00+09:00`)
    const past = years.filter((one) => one < year)
    const before = await told(grown, past, `${year}-03-31`)
    await takeIn(grown, year)
    const after = await told(grown, past, `${year}-04-01`)
    around.push({ year, before, after })
    const next = year === 2025 ? '2026-03-03' : '2027-04-01'
    waiting = await report(grown, waiting, `${year}-03-03`, next)
  }
  const connections = await freshDatabase()
  await loadTown(connections, { organisation, practices, proposals: [] }, { seal })
  atOnce = worldOn(connections, { instant: '2026-11-20T18:00:00+09:00', seal })
}, 300_000)

afterAll(async () => {
  await grown.close()
  await atOnce.close()
})

it('is the town that is loaded at once, in every list that a city hall hands out', async () => {
  const lists = ['departments', 'posts', 'people', 'appointments', 'seats', 'projects'] as const
  for (const list of lists) {
    for (const year of list === 'projects' ? years : [2026]) {
      const [own, other] = [
        await listAsTable(grown.reader, list, year),
        await listAsTable(atOnce.reader, list, year),
      ]
      expect(own.length, list).toBeGreaterThan(1)
      expect(own.toSorted(byCells), `${list} ${year}`).toEqual(other.toSorted(byCells))
    }
  }
})

describe.each([2025, 2026])('the transfers of 1 April %i', (year) => {
  it('move no figure, no improvement and no line of history of the years before', () => {
    const [before, after] = around
      .filter((one) => one.year === year)
      .flatMap((one) => [one.before, one.after])
    expect(before?.improvements.length).toBeGreaterThan(15)
    expect(after).toEqual(before)
  })
})

it('has every figure and every line of history as if it had known all from the beginning', async () => {
  const day = '2026-11-20'
  const [own, other] = [await told(grown, years, day), await told(atOnce, years, day)]
  expect(own.improvements.length).toBeGreaterThan(70)
  expect(named(own)).toEqual(named(other))
})

it('took back by the list of transfers alone what the reorganisation of 2025 would have taken along wrongly', () => {
  expect(overruled.get(2025)).toBeGreaterThan(0)
  expect(overruled.get(2026)).toBe(0)
})

it('calls departments by the names of their year', async () => {
  const namesIn = async (year: number) =>
    (await listDepartmentShares(grown.reader, year, '2026-11-20'))
      .map(({ departmentName }) => departmentName)
      .filter((name) => ['情報政策課', 'デジタル戦略課', '情報システム課'].includes(name))
  expect([await namesIn(2024), await namesIn(2025)]).toEqual([
    ['情報政策課'],
    ['デジタル戦略課', '情報システム課'],
  ])
})

function byCells(one: readonly string[], other: readonly string[]): number {
  return one.join('\t') < other.join('\t') ? -1 : 1
}
