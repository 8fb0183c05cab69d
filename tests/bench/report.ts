import type { Exact, FirstLoad } from './exact'
import type { Memory } from './memory'
import { kB, type PageAsked } from './pages'
import type { Cpu, Timed } from './rounds'
import type { Submitted } from './submit'

/** One page in one town, as far as it is the same on every machine. */
interface Weighed {
  readonly page: string
  readonly bar: PageAsked['bar']
  readonly dialect: string
  readonly size: number
  readonly exact: Exact
}

export interface Line extends Weighed {
  readonly matters: number
  readonly timed: Timed
  /** Of the largest town: sending the same bytes, and rendering the same page, both from memory. */
  readonly floor: { readonly bytes: Cpu; readonly render: number } | null
}

export interface Findings {
  readonly lines: readonly Line[]
  readonly firstLoads: readonly (FirstLoad & { readonly page: string })[]
  readonly towns: readonly {
    readonly dialect: string
    readonly size: number
    readonly readyAfterMs: number
    readonly startCpuMs: number
    /** Resident, after everything that was measured. */
    readonly mb: number
    readonly hits: { readonly found: number; readonly there: number }
    readonly similarCpuMs: number
  }[]
  readonly submissions: readonly (Submitted & { readonly dialect: string; readonly size: number })[]
  readonly memory: readonly Memory[]
}

/** Bars that are the same for every page. */
const bars = { statements: 8, scriptBytes: 130 * kB, styleBytes: 20 * kB, requests: 15 }

/** What is the same on every machine and misses its bar. */
export function failuresOf({
  lines,
  firstLoads,
  towns,
}: Pick<Findings, 'firstLoads' | 'towns'> & { readonly lines: readonly Weighed[] }): string[] {
  const failures: string[] = []
  const insistOn = (isMet: boolean, sentence: string) => void (isMet || failures.push(`MISSED: ${sentence}`))
  for (const { page, dialect, size, exact, bar } of lines) {
    const where = `${page} (${dialect}, ${size})`
    insistOn(
      exact.statements <= bars.statements,
      `${where}: ${exact.statements} statements, at most ${bars.statements}`,
    )
    const same = lines.filter((line) => line.page === page && line.dialect === dialect)
    const isConstant = same.every((line) => line.exact.statements === exact.statements)
    insistOn(isConstant, `${where}: its statements grow with the number of rows`)
    insistOn(
      exact.compressedBytes <= bar.compressedBytes,
      `${where}: ${exact.compressedBytes} bytes compressed, at most ${bar.compressedBytes}`,
    )
  }
  for (const { page, scriptBytes, styleBytes, requests, outside } of firstLoads) {
    insistOn(
      scriptBytes <= bars.scriptBytes,
      `${page}: ${scriptBytes} bytes of scripts, at most ${bars.scriptBytes}`,
    )
    insistOn(
      styleBytes <= bars.styleBytes,
      `${page}: ${styleBytes} bytes of styles, at most ${bars.styleBytes}`,
    )
    insistOn(requests <= bars.requests, `${page}: ${requests} requests at first, at most ${bars.requests}`)
    insistOn(outside.length === 0, `${page}: asks ${outside.join(', ')}`)
  }
  for (const { dialect, size, hits } of towns) {
    insistOn(hits.found === hits.there, `search (${dialect}, ${size}): finds ${hits.found} of ${hits.there}`)
  }
  return [...new Set(failures)]
}

/** Everything for people, a line for each page and town. CPU in milliseconds: the best round, and the median one. */
export function tableOf(findings: Findings): string {
  const rows = findings.lines.map((line) => [
    ...[line.page, line.dialect, String(line.matters)],
    `${cpu(line.timed.app)}${line.dialect === 'postgres' ? ` + ${cpu(line.timed.database)}` : ''}`,
    `≤ ${line.bar.cpuMs}`,
    cpu(line.timed.atEight),
    growthOf(findings.lines, line),
    line.floor ? `${ms(line.floor.render)}, ×${ms(line.timed.app.min / line.floor.render)}` : '',
    line.floor ? ms(line.floor.bytes.min) : '',
    `${ms(line.timed.p50)} / ${ms(line.timed.p95)}`,
    `${line.exact.statements} / ${bars.statements}`,
    `${line.exact.rawBytes} → ${line.exact.compressedBytes}`,
  ])
  const head = [
    ...['page', 'database', 'matters', 'CPU min, median', 'bar', 'CPU at c=8', 'growth', 'render floor'],
    ...['bytes floor', 'p50 / p95', 'SQL', 'HTML → br'],
  ]
  return [
    ...[aligned([head, ...rows]), ''],
    ...findings.submissions.map(
      (one) =>
        `submit, ${one.dialect}, ${one.size}: CPU ${ms(one.cpuMs)} + ${ms(one.databaseCpuMs)}, p50 ${ms(one.p50)} (≤ 15), p95 ${ms(one.p95)}, ${one.statements} statements`,
    ),
    ...findings.towns.map(
      ({ dialect, size, readyAfterMs, startCpuMs, mb, hits, similarCpuMs }) =>
        `start, ${dialect}, ${size}: ready after ${readyAfterMs} ms (≤ 2000, CPU ${startCpuMs}), ${mb} MB at the end; search finds ${hits.found} of ${hits.there}, similar takes ${ms(similarCpuMs)} of CPU (≤ 50)`,
    ),
    ...findings.firstLoads.map(
      ({ page, scriptBytes, styleBytes, requests }) =>
        `first load, ${page}: ${scriptBytes} bytes of scripts, ${styleBytes} of styles (gzip), ${requests} requests`,
    ),
    ...findings.memory.map(
      ({ requests, mb }) => `memory after ${requests} requests: ${Math.round(mb)} MB (≤ 250)`,
    ),
  ].join('\n')
}

function growthOf(lines: readonly Line[], { page, dialect, timed, bar, size }: Line): string {
  const [first] = lines.filter((line) => line.page === page && line.dialect === dialect)
  if (!first || first.size === size) return ''
  const before = first.timed.app.min + first.timed.database.min
  return `×${ms((timed.app.min + timed.database.min) / before)} (≤ ${bar.growth})`
}

function cpu({ min, median }: Cpu): string {
  return `${ms(min)}, ${ms(median)}`
}

function ms(value: number): string {
  return value.toFixed(2)
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
