/** Pieces of a text that tell what it is about: runs of kanji, of katakana and of Latin letters, at most four characters. */
export function keyWordsOf(text: string, limit: number): string[] {
  const runs = text.normalize('NFKC').match(telling) ?? []
  const words = runs.flatMap(windowsOf)
  // The longer, the rarer; among equals, what comes first in the text.
  const ranked = [...new Set(words)].sort((a, b) => b.length - a.length)
  return ranked.slice(0, limit)
}

const longest = 4

/** A long run is a compound that others may build otherwise: 「住民基本台帳」 is looked for as 住民基本, 基本台帳. */
function windowsOf(run: string): string[] {
  const characters = [...run]
  if (characters.length <= longest || !/^\p{Script=Han}/u.test(run)) return [run]
  const windows: string[] = []
  for (let at = 0; at < characters.length - longest + 2; at += 2) {
    windows.push(
      characters
        .slice(Math.min(at, characters.length - longest))
        .slice(0, longest)
        .join(''),
    )
  }
  return windows
}

const telling = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}|[A-Za-z][A-Za-z0-9]+/gu
