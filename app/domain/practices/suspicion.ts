/** The limits of a year; above them a report says how it was reckoned. */
export interface Limits {
  readonly suspiciousMinutesPerYear: number
  readonly suspiciousYenPerYear: number
}

export interface Effect {
  readonly minutesPerYear: number | null
  readonly yenPerYear: number | null
}

/** What others of the year reported, as far as they gave figures. */
export interface Reported {
  readonly minutes: readonly number[]
  readonly yen: readonly number[]
}

const timesTheMedian = 10
/** With fewer figures the middle one says nothing. */
const enough = 10

/**
 * One figure can swamp a year (静岡県 令和4年度: 158.9億円), so one above the year's limit or ten times its median asks
 * for the basis of calculation. Returns the sentence, or null when the figure is an ordinary one.
 */
export function suspicionOf(effect: Effect, limits: Limits, reported: Reported): string | null {
  if (exceeds(effect.minutesPerYear, limits.suspiciousMinutesPerYear, reported.minutes)) {
    return '削減できる時間がほかの報告よりかなり大きいため、計算の根拠を入力してください'
  }
  if (exceeds(effect.yenPerYear, limits.suspiciousYenPerYear, reported.yen)) {
    return '金額の効果がほかの報告よりかなり大きいため、計算の根拠を入力してください'
  }
  return null
}

function exceeds(value: number | null, limit: number, others: readonly number[]): boolean {
  if (value === null || value === 0) return false
  const usual = others.length < enough ? null : medianOf(others)
  return value > limit || (usual !== null && value > usual * timesTheMedian)
}

export function medianOf(values: readonly number[]): number | null {
  const inOrder = [...values].sort((a, b) => a - b)
  const middle = Math.floor(inOrder.length / 2)
  const upper = inOrder[middle]
  if (upper === undefined) return null
  return inOrder.length % 2 === 1 ? upper : ((inOrder[middle - 1] ?? upper) + upper) / 2
}
