export interface Effect {
  readonly minutesPerYear: number | null
  readonly yenPerYear: number | null
  readonly recurring: 0 | 1
}

/**
 * 「240時間・120,000円（毎年）」. Recurring and one-off are never told as one: an effect that was there once would pass
 * for one of every year. Empty where no figure was given.
 */
export function effectWords({ minutesPerYear, yenPerYear, recurring }: Effect): string {
  const figures = [
    ...(minutesPerYear ? [`${hoursInWords(minutesPerYear)}時間`] : []),
    ...(yenPerYear ? [`${yenPerYear.toLocaleString('ja-JP')}円`] : []),
  ]
  return figures.length === 0 ? '' : `${figures.join('・')}（${recurring === 1 ? '毎年' : '今回かぎり'}）`
}

/** To a tenth of an hour; what is less than that keeps two decimals. */
function hoursInWords(minutes: number): string {
  const hours = minutes / 60
  return hours.toLocaleString('ja-JP', { maximumFractionDigits: hours < 0.1 ? 2 : 1 })
}
