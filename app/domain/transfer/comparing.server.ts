import { createHash } from 'node:crypto'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { compareLine, type Difference, missingLine, type Outcome, readRow } from './difference'
import { asKnown } from './importer'
import { importerOf } from './importers.server'
import { columnsOf, type ImportedList } from './list'
import type { Mapping } from './mapping'
import { readTable } from './table.server'
import { inTurns } from './turns.server'

export interface ListFile {
  readonly list: ImportedList
  readonly fileName: string
  readonly content: string
  readonly mapping: Mapping
}

export interface Comparison {
  readonly differences: readonly Difference[]
  /** The same only for the same file that would do the same. */
  readonly fingerprint: string
  readonly headings: readonly string[]
  readonly rows: number
}

/**
 * What bringing in the file would do, row by row; writes nothing. Long files are compared in turns with what else there
 * is to do; `onTurn` hears how many rows are done. Throws RuleBroken for a file that is no table.
 */
export async function compareFile(
  db: Db,
  { list, fileName, content, mapping }: ListFile,
  today: Day,
  onTurn?: (done: number) => Promise<void>,
): Promise<Comparison> {
  const columns = columnsOf[list]
  const { headings, rows } = await readTable(fileName, content)
  const reads: ReturnType<typeof readRow>[] = []
  await inTurns(rows, (row) => void reads.push(readRow(columns, mapping, headings.length, row)))
  const importer = importerOf(list)
  const known = asKnown(
    await importer.load(
      db,
      reads.map(({ line }) => line),
      today,
    ),
  )

  const differences: Difference[] = []
  const rowOf = new Map<string, number>()
  await inTurns(
    reads,
    (read) => {
      const difference = compareLine(columns, known, read, (key) => rowOf.get(key))
      differences.push(difference)
      if (!rowOf.has(difference.key)) rowOf.set(difference.key, read.row)
    },
    onTurn,
  )
  await inTurns([...known.lines], ([key, line]) => {
    const missing = rowOf.has(key) ? null : missingLine(columns, known, key, line)
    if (missing) differences.push(missing)
  })
  return {
    ...{ differences, headings, rows: rows.length },
    fingerprint: await fingerprintOf(list, differences),
  }
}

export function countOutcomes(differences: readonly Difference[]): Record<Outcome, number> {
  const counts: Record<Outcome, number> = { error: 0, changed: 0, added: 0, missing: 0, unchanged: 0 }
  for (const { outcome } of differences) counts[outcome] += 1
  return counts
}

async function fingerprintOf(list: ImportedList, differences: readonly Difference[]): Promise<string> {
  const hash = createHash('sha256').update(list)
  await inTurns(differences, ({ outcome, row, key, before, after }) => {
    hash.update(JSON.stringify([outcome, row, key, before, after]))
  })
  return hash.digest('hex')
}
