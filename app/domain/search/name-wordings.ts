import { fold } from './fold'
import { type Synonyms, wordingsOf } from './synonyms'

const mostWords = 10
const longestWord = 40

/**
 * The words of a query as they may stand in a name, which no index folds: as typed, in either kana, and as the office
 * calls it otherwise.
 */
export function nameWordingsOf(text: string, synonyms: Synonyms): string[][] {
  const words = text
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}ー々]+/u)
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word) => [...word].slice(0, longestWord).join(''))
  return words.map((word) => {
    const wordings = wordingsOf(word, synonyms).flatMap((wording) => [
      wording,
      fold(wording),
      inKatakana(wording),
    ])
    return [...new Set(wordings)]
  })
}

function inKatakana(text: string): string {
  const distance = 'ァ'.charCodeAt(0) - 'ぁ'.charCodeAt(0)
  return fold(text).replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + distance))
}
