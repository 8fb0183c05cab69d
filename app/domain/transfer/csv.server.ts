import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type Day, parseDay } from '../calendar'
import { RuleBroken } from '../errors'
import { decodeText } from './table.server'

/** So many lines are named before the rest is only counted. */
const problemsNamed = 10

/**
 * The lines of a CSV file (RFC 4180, first line the names of the columns), each brought into the shape of `schema`.
 * Columns that the schema does not know are left out. Throws RuleBroken with the numbers of the lines to put right.
 */
export function readCsv<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): z.output<Schema>[] {
  const problems: string[] = []
  const lines = recordsOf(file, text).flatMap(({ record, line }) => {
    const read = schema.safeParse(record)
    if (read.success) return [read.data]
    const [issue] = read.error.issues
    problems.push(`${line}行目の${String(issue?.path[0] ?? '')}：${issue?.message ?? ''}`)
    return []
  })
  if (problems.length === 0) return lines
  const rest = problems.length - problemsNamed
  const more = rest > 0 ? `、ほか${rest}行` : ''
  throw new RuleBroken(`${file}を直してください。${problems.slice(0, problemsNamed).join('、')}${more}`)
}

/** The text of a file in either of the encodings that towns use. Throws RuleBroken. */
export function decodeCsv(file: string, bytes: Uint8Array): string {
  return decodeText(file, bytes).text
}

interface Record {
  readonly record: unknown
  readonly line: number
}

function recordsOf(file: string, text: string): Record[] {
  try {
    const records = parse(text, {
      ...{ columns: true, bom: true, info: true, skip_empty_lines: true, trim: true },
      record_delimiter: ['\r\n', '\n', '\r'],
    })
    return (records as unknown as { record: unknown; info: { lines: number } }[]).map(({ record, info }) => ({
      record,
      line: info.lines,
    }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new RuleBroken(
      `${file}を読めません。${Number(error['lines'])}行目の列の数と引用符を確かめてください。`,
    )
  }
}

const lacking = '列がありません'

export const cell = z.string({ error: lacking }).min(1, '空欄です')

export const cellOrNull = z.string({ error: lacking }).transform((text) => (text === '' ? null : text))

export const dayCell = z
  .string({ error: lacking })
  .transform((text, refinement): Day => dayOr(text, refinement))

export const dayCellOrNull = z
  .string({ error: lacking })
  .transform((text, refinement): Day | null => (text === '' ? null : dayOr(text, refinement)))

export const flagCell = z
  .enum(['0', '1'], { error: '0か1を入れてください' })
  .transform((text): 0 | 1 => (text === '1' ? 1 : 0))

export const wholeCell = z
  .string({ error: lacking })
  .regex(/^\d{1,9}$/, '整数を入れてください')
  .transform(Number)

export function choiceCell<const Choice extends string>(choices: readonly Choice[]) {
  return z.enum(choices as readonly [Choice, ...Choice[]], {
    error: `${choices.join('、')}のどれかを入れてください`,
  })
}

/** Several values in one cell. */
export const listCell = z
  .string({ error: lacking })
  .transform((text) => text.split(';').filter((value) => value !== ''))

function dayOr(text: string, refinement: z.RefinementCtx): Day {
  const day = parseDay(text)
  if (day !== null) return day
  refinement.addIssue({ code: 'custom', message: '日付を2026-04-01のように入れてください' })
  return z.NEVER
}
