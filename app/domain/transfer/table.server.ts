import { CsvError, parse } from 'csv-parse'
import { RuleBroken } from '../errors'
import type { Row } from './difference'
import type { Encoding } from './encoding'
import { letOthersIn } from './turns.server'

export interface Table {
  readonly headings: readonly string[]
  readonly rows: readonly Row[]
}

/** The longest list known, of all appointments of 15 years, has a tenth of this. */
const mostRows = 200_000
const piece = 32_768

/**
 * UTF-8 with or without a byte order mark, or what Excel of a Japanese Windows writes (CP932, with the characters of
 * NEC and IBM). Decoded as a whole and strictly: a lenient decoder would swallow what it cannot read. Throws RuleBroken.
 */
export function decodeText(file: string, bytes: Uint8Array): { text: string; encoding: Encoding } {
  for (const [encoding, label] of [
    ['UTF-8', 'utf-8'],
    ['Shift_JIS', 'shift_jis'],
  ] as const) {
    try {
      return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding }
    } catch {
      continue
    }
  }
  throw new RuleBroken(`${file}の文字コードは、UTF-8かシフトJISにしてください。`)
}

/**
 * The rows below the headings, numbered as a spreadsheet numbers them: the headings are row 1, a line break within quotes
 * begins no new row. Rows without any text are left out. Gives way to others while it reads. Throws RuleBroken for
 * quotation marks that do not match, and for a file without headings.
 */
export async function readTable(file: string, text: string): Promise<Table> {
  const [headings, ...rows] = await readRecords(file, text)
  if (!headings) throw new RuleBroken(`${file}に見出しの行がありません。`)
  return { headings: headings.cells.map((cell) => cell.trim()), rows }
}

async function readRecords(file: string, text: string): Promise<Row[]> {
  const parser = parse({
    ...{ bom: true, relax_column_count: true, skip_empty_lines: false },
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  const records: Row[] = []
  let number = 0
  const reading = (async () => {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1
      if (record.some((cell) => cell.trim() !== '')) records.push({ number, cells: record })
      if (records.length > mostRows) throw new RuleBroken(`${file}の行が多すぎます（20万行まで）。`)
    }
  })()
  const writing = feed(parser, text)
  try {
    await Promise.all([reading, writing])
  } catch (error) {
    parser.destroy()
    if (!(error instanceof CsvError)) throw error
    throw new RuleBroken(
      `${file}を読めません。${Number(error['lines'])}行目の引用符（"）を確かめてください。`,
    )
  }
  return records
}

async function feed(parser: ReturnType<typeof parse>, text: string): Promise<void> {
  for (let start = 0; start < text.length && !parser.destroyed; start += piece) {
    parser.write(text.slice(start, start + piece))
    await letOthersIn()
  }
  parser.end()
}
