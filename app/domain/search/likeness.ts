import { fold } from './fold'

/** What is compared: the title counts twice, the text tells the rest. */
export interface Wording {
  readonly title: string
  readonly text: string
}

export interface Alike<Candidate> {
  readonly candidate: Candidate
  /** Others that say nearly the same as this one, and so are not shown beside it. */
  readonly more: number
}

/** Below this a likeness is chance, and showing it would only cost attention. */
const noteworthy = 0.08
/** Above this two of them are one idea in the same words, taken up by several departments. */
const sameWords = 0.45

/**
 * The most alike first, at most `limit`, each standing for those that say the same as it: five copies of one
 * improvement would hide the four others worth reading. Shown, never blocking: alike is not the same.
 *
 * Likeness is the cosine of the character pairs, each weighing the more the fewer candidates have it.
 */
export function mostAlike<Candidate extends Wording>(
  wanted: Wording,
  candidates: readonly Candidate[],
  limit = 5,
): Alike<Candidate>[] {
  const counted = candidates.map(countPairs)
  const weigh = weightsAmong([...counted, countPairs(wanted)])
  const ours = vectorOf(countPairs(wanted), weigh)
  const scored = candidates
    .map((candidate, at) => ({ candidate, vector: vectorOf(counted[at] ?? new Map(), weigh) }))
    .map((one) => ({ ...one, score: cosine(ours, one.vector) }))
    .filter(({ score }) => score >= noteworthy)
    .sort((a, b) => b.score - a.score)
  const shown: ((typeof scored)[number] & { more: number })[] = []
  for (const one of scored) {
    const like = shown.find(({ vector }) => cosine(vector, one.vector) >= sameWords)
    if (like) like.more += 1
    else if (shown.length < limit) shown.push({ ...one, more: 0 })
  }
  return shown.map(({ candidate, more }) => ({ candidate, more }))
}

type Pairs = ReadonlyMap<string, number>

interface Vector {
  readonly weights: Pairs
  readonly length: number
}

function countPairs({ title, text }: Wording): Pairs {
  const pairs = new Map<string, number>()
  for (const [part, times] of [
    [title, 2],
    [text, 1],
  ] as const) {
    for (const word of fold(part).split(/[^\p{L}\p{N}ー]+/u)) {
      const characters = [...word]
      for (let at = 1; at < characters.length; at += 1) {
        const pair = `${characters[at - 1]}${characters[at]}`
        pairs.set(pair, Math.max(times, pairs.get(pair) ?? 0))
      }
    }
  }
  return pairs
}

function weightsAmong(all: readonly Pairs[]): (pair: string) => number {
  const having = new Map<string, number>()
  for (const pairs of all) for (const pair of pairs.keys()) having.set(pair, (having.get(pair) ?? 0) + 1)
  return (pair) => Math.log(1 + all.length / (having.get(pair) ?? 1))
}

function vectorOf(pairs: Pairs, weigh: (pair: string) => number): Vector {
  const weights = new Map<string, number>()
  let square = 0
  for (const [pair, times] of pairs) {
    const weight = times * weigh(pair)
    weights.set(pair, weight)
    square += weight * weight
  }
  return { weights, length: Math.sqrt(square) }
}

function cosine(one: Vector, other: Vector): number {
  if (one.length === 0 || other.length === 0) return 0
  const [short, long] = one.weights.size < other.weights.size ? [one, other] : [other, one]
  let product = 0
  for (const [pair, weight] of short.weights) product += weight * (long.weights.get(pair) ?? 0)
  return product / (one.length * other.length)
}
