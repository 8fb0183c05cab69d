declare const rowOf: unique symbol
/** Rows as one text. */
export type Packed<Row> = string & { readonly [rowOf]?: Row }

/** Objects as far as JSON keeps them: no days, no undefined. */
type Cell = string | number | boolean | null | object

/**
 * Loader data repeats the page for the browser, and there every value of every row is an entry with a number of its own.
 * A list of rows as one text takes a tenth of the page less, compressed, and less time to write and to read.
 */
export function pack<Row extends Readonly<Record<keyof Row, Cell>>>(rows: readonly Row[]): Packed<Row> {
  const [first] = rows
  if (!first) return '[]'
  const names = Object.keys(first) as (keyof Row)[]
  return JSON.stringify([names, ...rows.map((row) => names.map((name) => row[name]))])
}

export function unpack<Row>(packed: Packed<Row>): Row[] {
  const [names = [], ...rows] = JSON.parse(packed) as [names?: string[], ...rows: Cell[][]]
  return rows.map((cells) => Object.fromEntries(names.map((name, place) => [name, cells[place]]))) as Row[]
}
