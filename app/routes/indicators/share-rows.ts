import type { DepartmentShare } from '#app/domain/indicators/attainment'

/** What the table shows of a department; the share and 「参考」 follow from it. */
export type ShareRow = Pick<
  DepartmentShare,
  'departmentId' | 'departmentName' | 'bureauId' | 'numerator' | 'denominator'
>

type Cells = [number, string, number, number, number]

/**
 * The rows as one text. Loader data repeats the page for the browser, and there every value of every row is an entry
 * with a number of its own: packed, 126 departments take 11 kB compressed instead of 13.
 */
export function packRows(rows: readonly ShareRow[]): string {
  return JSON.stringify(
    rows.map((row): Cells => [
      row.departmentId,
      row.departmentName,
      row.bureauId,
      row.numerator,
      row.denominator,
    ]),
  )
}

export function unpackRows(packed: string): ShareRow[] {
  return (JSON.parse(packed) as Cells[]).map(
    ([departmentId, departmentName, bureauId, numerator, denominator]) => ({
      departmentId,
      departmentName,
      bureauId,
      numerator,
      denominator,
    }),
  )
}
