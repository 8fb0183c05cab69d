import type { Cell, Column } from './column'
import type { Mapping } from './mapping'

/** In the order in which they are shown. */
export const outcomes = ['error', 'changed', 'added', 'missing', 'unchanged'] as const

export type Outcome = (typeof outcomes)[number]

/** One row of a file: its number as a spreadsheet counts, and its cells. */
export interface Row {
  readonly number: number
  readonly cells: readonly string[]
}

export type Line = Readonly<Record<string, Cell>>
export type LineColumns = Readonly<Record<string, Column>>

/** What bringing in the file would do to one line of the list. */
export interface Difference {
  readonly outcome: Outcome
  /** Null for a line that the file does not have. */
  readonly row: number | null
  readonly key: string
  /** What the line is about: number and name, code and name */
  readonly about: string
  /** What is wrong, or what changes. */
  readonly sentence: string
  readonly before: Line | null
  readonly after: Line | null
  /** The row as it stood in the file, where it could not be understood. */
  readonly cells?: readonly string[]
}

/** What is there already, and what can be said about a line only by looking at other lists. */
export interface Known {
  readonly lines: ReadonlyMap<string, Line>
  keyOf(line: Line): string
  about(line: Line): string
  /** Why it cannot be: a code that nobody knows, an end before the beginning. Null when nothing is wrong. */
  problemOf(line: Line): string | null
  /** The line as it would be if the file's silence meant its end; null where silence means nothing. */
  ended(line: Line): Line | null
  /** What its end is called, where that is no change of the line. */
  endedInWords?(line: Line): string | null
}

/** A part of the line: what the file does not say is left open. */
export interface Read {
  readonly row: number
  readonly cells: readonly string[]
  readonly line: Line
  readonly problems: readonly string[]
}

export function readRow(columns: LineColumns, mapping: Mapping, width: number, row: Row): Read {
  const problems: string[] = []
  const line: Record<string, Cell> = {}
  if (row.cells.length !== width) {
    problems.push(`列の数が見出しと違います（見出し${width}、この行${row.cells.length}）`)
  }
  for (const [name, column] of Object.entries(columns)) {
    const source = mapping[name]
    if (!source) continue
    const text = 'fixed' in source ? source.fixed : (row.cells[source.heading] ?? '')
    const reading = column.read(plain(text))
    if ('value' in reading) line[name] = reading.value
    else problems.push(`${column.label}：${reading.problem}`)
  }
  return { row: row.number, cells: row.cells, line, problems }
}

/** Compares one line that was read with what is there. `earlier` is the row that said the same key before. */
export function compareLine(
  columns: LineColumns,
  known: Known,
  { row, cells, line, problems }: Read,
  earlierRow: (key: string) => number | undefined,
): Difference {
  const error = (about: string, sentence: string): Difference => ({
    ...{ outcome: 'error', row, key, about, sentence, before: null, after: null, cells },
  })
  const key = known.keyOf(line)
  if (problems.length > 0) {
    return error(beginningOf(line), problems.join('。'))
  }
  const twin = earlierRow(key)
  if (twin !== undefined) return error(known.about(line), `${twin}行目と同じものです`)
  const before = known.lines.get(key) ?? null
  const after = whole(columns, line, before)
  const problem = known.problemOf(after)
  if (problem !== null) return error(known.about(after), problem)
  const about = known.about(after)
  if (before === null) return { outcome: 'added', row, key, about, sentence: '新しい行です', before, after }
  const sentence = changes(columns, before, after)
  return { outcome: sentence === '' ? 'unchanged' : 'changed', row, key, about, sentence, before, after }
}

/** What is there and not in the file. */
export function missingLine(
  columns: LineColumns,
  known: Known,
  key: string,
  before: Line,
): Difference | null {
  const after = known.ended(before)
  if (after === null) return null
  const sentence = changes(columns, before, after) || (known.endedInWords?.(before) ?? '利用を停止します')
  return { outcome: 'missing', row: null, key, about: known.about(before), sentence, before, after }
}

/** Of a line that could not be read: enough to find it in the file. */
function beginningOf(line: Line): string {
  return Object.values(line).filter(Boolean).slice(0, 2).join(' ')
}

function whole(columns: LineColumns, line: Line, before: Line | null): Line {
  return Object.fromEntries(
    Object.entries(columns).map(([name, { absent = null }]) => [name, line[name] ?? gap(name, absent)]),
  )

  function gap(name: string, absent: Cell): Cell {
    return name in line ? null : (before?.[name] ?? absent)
  }
}

/** 「氏名：山本 → 渡邉」; empty when nothing changes. */
function changes(columns: LineColumns, before: Line, after: Line): string {
  return Object.entries(columns)
    .filter(([name, { ofNewLines }]) => !ofNewLines && before[name] !== after[name])
    .map(([name, column]) => {
      const words = (line: Line) => column.write(line[name] ?? null) || '（空欄）'
      return `${column.label}：${words(before)} → ${words(after)}`
    })
    .join('、')
}

/** Without outer spaces of any width, and without the apostrophe that keeps a spreadsheet from calculating. */
function plain(text: string): string {
  return text.trim().replace(/^'(?=[\s\u200b\ufeff\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/, '')
}
