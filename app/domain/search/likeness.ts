import { fold } from './fold'

/** What is compared: the title counts half as much again, the text tells the rest. */
export interface Wording {
  readonly title: string
  readonly text: string
}

export interface Alike<Candidate> {
  readonly candidate: Candidate
  /** Others that say nearly the same as this one, the most alike first, and so do not stand beside it. */
  readonly others: readonly Candidate[]
  /** Here for what it was done for, where the words alone say too little. */
  readonly isByWork: boolean
}

/** Below this a likeness is chance, and showing it would only cost attention. */
const noteworthy = 0.1
/** Enough where what was done is close by and to the same end: other words for the same work. */
const noteworthyNearby = 0.01
const nearby = 0.19
/** Above this two of them are one idea in the same words, taken up by several departments. */
const sameWords = 0.45
/** How much lower one of them stands that was done close by, for each that is shown already. */
const again = 0.02

/**
 * The most alike first, at most `limit`, each standing for those that say the same as it: five copies of one improvement
 * would hide the four others worth reading. What was done close by and to the same end stands by itself all the same, a
 * little lower for each that says it already. Shown, never blocking: alike is not the same.
 *
 * Likeness is the cosine of the character pairs, each weighing the more the fewer candidates have it; `nearness` (0 to
 * 0.25) comes on top of it for what has to do with the same work.
 */
export function mostAlike<Candidate extends Wording>(
  wanted: Wording,
  candidates: readonly Candidate[],
  { limit = 5, nearness = () => 0 }: { limit?: number; nearness?(candidate: Candidate): number } = {},
): Alike<Candidate>[] {
  const { count, weights } = pairCounter()
  const counted = candidates.map((candidate) => ({ candidate, pairs: count(candidate) }))
  const ours = count(wanted)
  const weigh = weights(candidates.length + 1)
  const vector = vectorOf(ours, weigh)
  let left = counted
    .map(({ candidate, pairs }): Scored<Candidate> => {
      const near = nearness(candidate)
      const likeness = cosine(vector, pairs, weigh)
      return { candidate, pairs, likeness, near, score: likeness + near, like: undefined }
    })
    .filter(({ likeness, near }) => likeness >= (near >= nearby ? noteworthyNearby : noteworthy))
    .sort((a, b) => b.score - a.score)
  const shown: Alike<Candidate>[] = []
  while (shown.length < limit) {
    const best = highest(left)
    if (!best) break
    left = left.filter((one) => one !== best)
    const others: Candidate[] = []
    shown.push({ candidate: best.candidate, others, isByWork: best.likeness < noteworthy })
    const its = vectorOf(best.pairs, weigh)
    for (const one of left) {
      if ((one.like && one.near < nearby) || cosine(its, one.pairs, weigh) < sameWords) continue
      one.like ??= others
      one.score -= again
    }
  }
  for (const { candidate, like } of left) like?.push(candidate)
  return shown
}

interface Scored<Candidate> {
  readonly candidate: Candidate
  readonly pairs: Pairs
  readonly likeness: number
  readonly near: number
  score: number
  /** Those beside the first shown one that says the same. */
  like: Candidate[] | undefined
}

/** Of those that may stand by themselves. */
function highest<Candidate>(scored: readonly Scored<Candidate>[]): Scored<Candidate> | undefined {
  let best: Scored<Candidate> | undefined
  for (const one of scored) {
    if ((!one.like || one.near >= nearby) && (!best || one.score > best.score)) best = one
  }
  return best
}

/** The pairs of one wording by their numbers, those of the title first. */
interface Pairs {
  readonly numbers: readonly number[]
  readonly ofTitle: number
}

interface Vector {
  readonly weights: ReadonlyMap<number, number>
  readonly length: number
}

type Weigh = (number: number) => number

/** Numbers the pairs as they come: comparing hundreds of texts with each word as a string of its own costs three times as much. */
function pairCounter() {
  const numberOf = new Map<number, number>()
  /** By number: how many wordings have the pair, and which of them had it last. */
  const having: number[] = []
  const lastIn: number[] = []
  let wordings = 0

  function count({ title, text }: Wording): Pairs {
    wordings += 1
    const numbers: number[] = []
    addPairs(title, numbers)
    const ofTitle = numbers.length
    addPairs(text, numbers)
    return { numbers, ofTitle }
  }

  function addPairs(text: string, numbers: number[]): void {
    const folded = fold(text)
    for (const { 0: word, index } of folded.matchAll(words)) {
      for (let at = index + 1; at < index + word.length; at += 1) {
        const pair = (folded.charCodeAt(at - 1) << 16) | folded.charCodeAt(at)
        let number = numberOf.get(pair)
        if (number === undefined) numberOf.set(pair, (number = having.push(0) - 1))
        if (lastIn[number] === wordings) continue
        lastIn[number] = wordings
        having[number] = (having[number] ?? 0) + 1
        numbers.push(number)
      }
    }
  }

  function weights(all: number): Weigh {
    const weightOf = having.map((count) => Math.log(1 + all / count))
    return (number) => weightOf[number] ?? 0
  }

  return { count, weights }
}

const words = /[\p{L}\p{N}ー]+/gu

function vectorOf(pairs: Pairs, weigh: Weigh): Vector {
  const weights = new Map<number, number>()
  for (const [at, number] of pairs.numbers.entries()) weights.set(number, weightAt(pairs, at, weigh))
  return { weights, length: lengthOf(pairs, weigh) }
}

function cosine(one: Vector, other: Pairs, weigh: Weigh): number {
  let product = 0
  for (let at = 0; at < other.numbers.length; at += 1) {
    const ours = one.weights.get(other.numbers[at] ?? -1)
    if (ours !== undefined) product += ours * weightAt(other, at, weigh)
  }
  return product === 0 ? 0 : product / (one.length * lengthOf(other, weigh))
}

function lengthOf(pairs: Pairs, weigh: Weigh): number {
  let square = 0
  for (let at = 0; at < pairs.numbers.length; at += 1) square += weightAt(pairs, at, weigh) ** 2
  return Math.sqrt(square)
}

function weightAt({ numbers, ofTitle }: Pairs, at: number, weigh: Weigh): number {
  return (at < ofTitle ? 1.5 : 1) * weigh(numbers[at] ?? -1)
}
