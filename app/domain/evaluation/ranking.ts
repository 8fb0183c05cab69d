import type { Rubric } from './rubric'
import type { Summary } from './score'

export interface Scored extends Summary {
  readonly id: number
  /** In the order of receipt. */
  readonly receiptSeq: number | null
}

export interface Place {
  readonly rank: number
  readonly isWithinCut: boolean
  readonly suggestion: Suggestion
  /** Fewer scorers than the settings ask for. */
  readonly hasFewScorers: boolean
}

export type Suggestion = 'adopt' | 'study' | 'decline' | null

type Settings = Pick<Rubric, 'minimumScorers' | 'adoptFrom' | 'studyFrom' | 'cutAfter' | 'tieBreak'>

/** Places by mean; ties as the settings say. A threshold suggests, it never decides. What has no score has no place. */
export function placesOf(items: readonly Scored[], settings: Settings): Map<number, Place> {
  const scored = items
    .filter(({ mean }) => mean !== null)
    .toSorted((one, other) => order(one, other, settings))
  const places = new Map<number, Place>()
  let rank = 0
  for (const [index, item] of scored.entries()) {
    const before = scored[index - 1]
    // Shared places leave a gap behind them: 1, 2, 2, 4. A cut takes in everybody who shares the last place.
    if (!before || order(before, item, settings) !== 0) rank = index + 1
    places.set(item.id, {
      rank,
      isWithinCut: settings.cutAfter !== null && rank <= settings.cutAfter,
      suggestion: suggestionFor(item.mean ?? 0, settings),
      hasFewScorers: item.scorers < settings.minimumScorers,
    })
  }
  return places
}

function order(one: Scored, other: Scored, { tieBreak }: Settings): number {
  const byMean = (other.mean ?? 0) - (one.mean ?? 0)
  if (byMean !== 0 || tieBreak === 'shared') return byMean
  return tieBreak === 'narrower'
    ? spreadOf(one) - spreadOf(other)
    : (one.receiptSeq ?? Infinity) - (other.receiptSeq ?? Infinity)
}

function spreadOf({ highest, lowest }: Summary): number {
  return (highest ?? 0) - (lowest ?? 0)
}

function suggestionFor(mean: number, { adoptFrom, studyFrom }: Settings): Suggestion {
  if (adoptFrom !== null && mean >= adoptFrom * 10) return 'adopt'
  if (studyFrom !== null && mean >= studyFrom * 10) return 'study'
  return adoptFrom === null && studyFrom === null ? null : 'decline'
}
