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

// A formatter costs a hundred times what it formats, and a list has one effect a row.
const toTenths = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1 })
const toHundredths = new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 2 })

/** To a tenth of an hour; what is less than that keeps two decimals. */
export function hoursInWords(minutes: number): string {
  const hours = minutes / 60
  return (hours < 0.1 ? toHundredths : toTenths).format(hours)
}
