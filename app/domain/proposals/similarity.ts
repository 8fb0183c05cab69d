/**
 * How alike two titles are, 0 to 1: the Dice coefficient of their character pairs on NFKC text, without spaces and
 * marks. Two wordings of one idea reach about 0.4, unrelated titles stay near 0.
 */
export function similarity(one: string, other: string): number {
  const ours = pairsOf(one)
  const theirs = pairsOf(other)
  if (ours.size === 0 || theirs.size === 0) return 0
  let shared = 0
  for (const pair of ours) if (theirs.has(pair)) shared += 1
  return (2 * shared) / (ours.size + theirs.size)
}

/** Below this a likeness is chance, and showing it would only cost attention. */
export const noteworthy = 0.25

/** The most alike first, at most `limit` of them. Shown, never blocking: alike is not the same. */
export function mostAlike<Titled extends { readonly title: string }>(
  title: string,
  candidates: readonly Titled[],
  limit = 5,
): Titled[] {
  return candidates
    .map((candidate) => ({ candidate, score: similarity(title, candidate.title) }))
    .filter(({ score }) => score >= noteworthy)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ candidate }) => candidate)
}

function pairsOf(text: string): Set<string> {
  const characters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}ー]/gu, ''),
  ]
  const pairs = new Set<string>()
  for (let at = 1; at < characters.length; at += 1) pairs.add(`${characters[at - 1]}${characters[at]}`)
  return pairs
}
