import { pairsOf, runsOf } from './bigrams'

/** What is looked for: every part must be there. A phrase stands in this order, a prefix begins a term. */
export interface Query {
  readonly phrases: readonly (readonly string[])[]
  readonly prefixes: readonly string[]
  /** The words as typed, for marking the hits. */
  readonly words: readonly string[]
}

const mostWords = 10
const longestWord = 100

/**
 * Reads what a person typed. Nothing in it is syntax: whatever is neither letter nor digit only parts words.
 * `null` when there is nothing to look for.
 */
export function readQuery(text: string): Query | null {
  const words = text
    .normalize('NFKC')
    .trim()
    .split(/\s+/)
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, longestWord).join(''))
  const runs = words.flatMap(runsOf)
  if (runs.length === 0) return null
  const isPhrase = ({ text: run, japanese }: (typeof runs)[number]) => japanese && pairsOf(run).length > 0
  return {
    phrases: runs.filter(isPhrase).map(({ text: run }) => pairsOf(run)),
    prefixes: runs.filter((run) => !isPhrase(run)).map(({ text: run }) => run),
    words: words.filter((word) => runsOf(word).length > 0),
  }
}

/** For SQLite's FTS5. Terms are letters and digits only and stand in quotes, so no operator can get in. */
export function fts5Match({ phrases, prefixes }: Query, marks: readonly string[]): string {
  return [
    ...phrases.map((terms) => `"${terms.join(' ')}"`),
    ...prefixes.map((term) => `"${term}" *`),
    ...marks.map((mark) => `"${mark}"`),
  ].join(' AND ')
}

/** The same for PostgreSQL's tsquery. */
export function tsQuery({ phrases, prefixes }: Query, marks: readonly string[]): string {
  return [
    ...phrases.map((terms) => `(${terms.map((term) => `'${term}'`).join(' <-> ')})`),
    ...prefixes.map((term) => `'${term}':*`),
    ...marks.map((mark) => `'${mark}'`),
  ].join(' & ')
}
