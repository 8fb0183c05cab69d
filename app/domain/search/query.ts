import { pairsOf, runsOf, termsOf } from './bigrams'
import { noSynonyms, type Synonyms, wordingsOf } from './synonyms'

/** Terms that stand one after the other; the last may be the beginning of a longer one. */
interface Phrase {
  readonly terms: readonly string[]
  readonly isBeginning: boolean
}

/** What is looked for: of every group one wording must be there, with all its phrases. */
export interface Query {
  readonly groups: readonly (readonly (readonly Phrase[])[])[]
  /** The words as typed and what else they may be called, for marking the hits. */
  readonly words: readonly string[]
}

const mostWords = 10
const longestWord = 100

/**
 * Reads what a person typed: words parted by spaces, and between quotation marks what must stand together as it is,
 * spaces included. Nothing else in it is syntax: whatever is neither letter nor digit only parts words. `null` when
 * there is nothing to look for.
 */
export function readQuery(text: string, synonyms: Synonyms = noSynonyms): Query | null {
  const asked =
    text
      .normalize('NFKC')
      .replace(/[“”]/g, '"')
      .match(/"[^"]+"|[^\s"]+/g) ?? []
  const wordings = asked.slice(0, mostWords).map((part) => {
    const word = [...part.replaceAll('"', '')].slice(0, longestWord).join('')
    return part.startsWith('"') ? [{ word, phrases: together(word) }] : apart(word, synonyms)
  })
  const groups = wordings.filter(([first]) => first !== undefined && first.phrases.length > 0)
  if (groups.length === 0) return null
  return {
    groups: groups.map((group) => group.map(({ phrases }) => phrases)),
    words: groups.flatMap((group) => group.map(({ word }) => word.trim())),
  }
}

/** For SQLite's FTS5. Terms are letters and digits only and stand in quotes, so no operator can get in. */
export function fts5Match({ groups }: Query, marks: readonly string[]): string {
  return [
    ...groups.map((group) =>
      either(
        group.map((phrases) => all(phrases.map(inFts5), ' AND ')),
        ' OR ',
      ),
    ),
    ...marks.map((mark) => `"${mark}"`),
  ].join(' AND ')
}

/** The same for PostgreSQL's tsquery. */
export function tsQuery({ groups }: Query, marks: readonly string[]): string {
  return [
    ...groups.map((group) =>
      either(
        group.map((phrases) => all(phrases.map(inTsQuery), ' & ')),
        ' | ',
      ),
    ),
    ...marks.map((mark) => `'${mark}'`),
  ].join(' & ')
}

function apart(word: string, synonyms: Synonyms) {
  return wordingsOf(word, synonyms).map((wording) => ({
    word: wording,
    phrases: runsOf(wording).map(phraseOf),
  }))
}

/** A word of one character, or one of other letters, is looked for as the beginning of a term. */
function phraseOf({ text, japanese }: { text: string; japanese: boolean }): Phrase {
  const pairs = japanese ? pairsOf(text) : []
  return pairs.length > 0 ? { terms: pairs, isBeginning: false } : { terms: [text], isBeginning: true }
}

function together(text: string): Phrase[] {
  const terms = termsOf(text)
  const last = runsOf(text).map(phraseOf).at(-1)
  if (!last) return []
  // The last run of Japanese ends with its last character alone, which a longer text does not have there.
  return [last.isBeginning ? { terms, isBeginning: true } : { terms: terms.slice(0, -1), isBeginning: false }]
}

function inFts5({ terms, isBeginning }: Phrase): string {
  return `"${terms.join(' ')}"${isBeginning ? ' *' : ''}`
}

function inTsQuery({ terms, isBeginning }: Phrase): string {
  const quoted = terms.map((term, at) => `'${term}'${isBeginning && at === terms.length - 1 ? ':*' : ''}`)
  return quoted.length === 1 ? quoted.join('') : `(${quoted.join(' <-> ')})`
}

function all(parts: readonly string[], and: string): string {
  return parts.length === 1 ? parts.join('') : `(${parts.join(and)})`
}

function either(wordings: readonly string[], or: string): string {
  return wordings.length === 1 ? wordings.join('') : `(${wordings.join(or)})`
}
