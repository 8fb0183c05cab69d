import { highlight } from '#app/domain/search/highlight'

/** A text with what was searched for marked in it. */
export function Highlighted({ text, words }: { text: string; words: readonly string[] }) {
  if (words.length === 0) return <>{text}</>
  return highlight(text, words).map(({ text: piece, hit }, at) =>
    hit ? <mark key={at}>{piece}</mark> : piece,
  )
}
