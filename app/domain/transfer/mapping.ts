import { type Column, keyOf } from './column'

/** Where the cells of a column come from: a column of the file, or one value for all lines. */
export type Source = { readonly heading: number } | { readonly fixed: string }

/** By the name of the column. What is not there is not in the file. */
export type Mapping = Readonly<Record<string, Source>>

/** What somebody once said a column is called, or what it always is. */
export interface Remembered {
  readonly columnName: string
  readonly heading: string | null
  readonly fixed: string | null
}

type Named = Readonly<Record<string, Pick<Column, 'label' | 'aliases' | 'absent'>>>

/** By what was said before, else by the names that we know. Each heading is taken once, by the first who wants it. */
export function guessMapping(
  columns: Named,
  headings: readonly string[],
  remembered: readonly Remembered[] = [],
): Mapping {
  const places = new Map(headings.map((heading, place) => [keyOf(heading), place]))
  const taken = new Set<number>()
  const mapping: Record<string, Source> = {}
  const take = (column: string, place: number | undefined) => {
    if (place === undefined || taken.has(place) || mapping[column]) return
    taken.add(place)
    mapping[column] = { heading: place }
  }
  for (const { columnName, heading } of remembered) {
    if (heading !== null && columnName in columns) take(columnName, places.get(keyOf(heading)))
  }
  for (const [name, { label, aliases }] of Object.entries(columns)) {
    for (const alias of [label, name, ...aliases]) take(name, places.get(keyOf(alias)))
  }
  for (const { columnName, fixed } of remembered) {
    if (fixed !== null && columnName in columns) mapping[columnName] ??= { fixed }
  }
  return mapping
}

/** The labels of the columns that a list cannot do without and that come from nowhere yet. */
export function lackingColumns(columns: Named, mapping: Mapping): string[] {
  return Object.entries(columns)
    .filter(([name, column]) => !('absent' in column) && !mapping[name])
    .map(([, { label }]) => label)
}
