import { fold } from './fold'

/** What is compared: the title counts twice, the text tells the rest. */
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
const noteworthyNearby = 0.02
const nearby = 0.19
/** Above this two of them are one idea in the same words, taken up by several departments. */
const sameWords = 0.45

/**
 * The most alike first, at most `limit`, each standing for those that say the same as it: five copies of one
 * improvement would hide the four others worth reading. Shown, never blocking: alike is not the same.
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
  const scored = counted
    .map((one) => ({ ...one, likeness: cosine(vector, one.pairs, weigh), near: nearness(one.candidate) }))
    .filter(({ likeness, near }) => likeness >= (near >= nearby ? noteworthyNearby : noteworthy))
    .sort((a, b) => b.likeness + b.near - a.likeness - a.near)
  const shown: { candidate: Candidate; vector: Vector; others: Candidate[]; isByWork: boolean }[] = []
  for (const { candidate, pairs, likeness } of scored) {
    const like = shown.find((one) => cosine(one.vector, pairs, weigh) >= sameWords)
    if (like) like.others.push(candidate)
    else if (shown.length < limit)
      shown.push({ candidate, vector: vectorOf(pairs, weigh), others: [], isByWork: likeness < noteworthy })
  }
  return shown.map(({ vector: _vector, ...alike }) => alike)
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
  return (at < ofTitle ? 2 : 1) * weigh(numbers[at] ?? -1)
}
