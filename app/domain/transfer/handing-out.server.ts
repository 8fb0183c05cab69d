import type { Db } from '../context'
import { importerOf } from './importers.server'
import { columnsOf, type ImportedList } from './list'

/**
 * A list as a table with its headings, in the very columns in which it is brought in: brought in again it changes nothing.
 * The year counts for 事務事業 only.
 */
export async function listAsTable(db: Db, list: ImportedList, fiscalYear: number): Promise<string[][]> {
  const columns = Object.entries(columnsOf[list])
  const lines = await importerOf(list).list(db, fiscalYear)
  return [
    columns.map(([, { label }]) => label),
    ...lines.map((line) => columns.map(([name, { write }]) => write(line[name] ?? null))),
  ]
}

/** The headings, a line as an example, and below each heading what to write there. */
export function templateOf(list: ImportedList): string[][] {
  const columns = Object.values(columnsOf[list])
  return [columns.map(({ label }) => label), columns.map(({ example }) => example)]
}
