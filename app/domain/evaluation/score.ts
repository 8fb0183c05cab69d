import type { Criterion } from './rubric'

/** Tenths of a point out of 1,000, so that sums stay whole: a mark of 5 earns the whole weight, 1 a fifth of it. */
export function pointsOf(criteria: readonly Criterion[], marks: readonly number[]): number {
  return criteria.reduce((sum, { weight }, place) => sum + weight * 2 * (marks[place] ?? 0), 0)
}

export interface Summary {
  readonly scorers: number
  /** Tenths of a point; null where nobody scored. */
  readonly mean: number | null
  readonly lowest: number | null
  readonly highest: number | null
}

/** What is made of the sheets of everybody who is not recused. */
export function summaryOf(points: readonly number[]): Summary {
  if (points.length === 0) return { scorers: 0, mean: null, lowest: null, highest: null }
  const sum = points.reduce((total, each) => total + each, 0)
  return {
    scorers: points.length,
    mean: Math.round(sum / points.length),
    lowest: Math.min(...points),
    highest: Math.max(...points),
  }
}

/** 「81.3」 */
export function pointsInWords(tenths: number): string {
  return (tenths / 10).toFixed(1)
}
