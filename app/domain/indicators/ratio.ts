/*
 * Shares are whole tenths of a percent (permille), so that 「小数第1位、四捨五入」 is exact on integers: what the
 * screen, the CSV file and the paper say never differs by a rounding of floating point numbers.
 */

/** 15 of 24 is 625. Half up; null where there is nothing to divide by. */
export function permilleOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.floor((2000 * numerator + denominator) / (2 * denominator))
}

/** 625 → 「62.5」 */
export function percentText(permille: number): string {
  const sign = permille < 0 ? '-' : ''
  const size = Math.abs(permille)
  return `${sign}${Math.floor(size / 10)}.${size % 10}`
}

/** A difference in points, with its sign: 「＋5.8」, 「－1.2」, 「±0.0」. */
export function pointsText(permille: number): string {
  const sign = permille > 0 ? '＋' : permille < 0 ? '－' : '±'
  return `${sign}${percentText(Math.abs(permille))}`
}

/** How many more projects must be improved until the share reaches the target; 0 when it is reached. */
export function projectsMissing(numerator: number, denominator: number, targetPermille: number): number {
  return Math.max(0, Math.ceil((denominator * targetPermille) / 1000) - numerator)
}
