import { fold } from './fold'

/*
 * Japanese has no blanks between words, and two-character words (窓口, 予算) are what people look for most. So a run
 * of Japanese characters is indexed as its overlapping pairs, and found as a phrase of pairs; a run of other
 * letters and digits is one term.
 */
export interface Run {
  readonly text: string
  readonly japanese: boolean
}

export function runsOf(text: string): Run[] {
  return Array.from(fold(text).matchAll(runs), ([run]) => ({
    text: startsJapanese.test(run) ? run : [...run].slice(0, longestTerm).join(''),
    japanese: startsJapanese.test(run),
  }))
}

/**
 * The terms of a text in their order. A run of Japanese ends with its last character alone: a word of one character
 * is then the beginning of some term wherever it stands, and no phrase of pairs reaches across two runs.
 */
export function termsOf(text: string): string[] {
  return runsOf(text).flatMap((run) =>
    run.japanese ? [...pairsOf(run.text), [...run.text].at(-1) ?? ''] : [run.text],
  )
}

/** 「窓口業務」 → 窓口, 口業, 業務; nothing for a single character. */
export function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`)
}

/** PostgreSQL takes no term of more than 2 kB; a longer run of letters is found by its beginning. */
const longestTerm = 64

// The flag v for sets of characters; TypeScript lets a literal have it from ES2024 on.
const written = String.raw`[\p{L}\p{N}]`
const japanese = String.raw`[[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆〇]&&${written}]`
const runs = new RegExp(String.raw`${japanese}+|[${written}--${japanese}]+`, 'gv')
const startsJapanese = new RegExp(`^${japanese}`, 'v')
