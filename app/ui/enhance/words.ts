/** 「40字以内」 before typing, then what is left or too much. Counts characters as people see them, not UTF-16 units. */
export function countLeft(text: string, limit: number): string {
  const typed = Array.from(text).length
  if (typed === 0) return `${limit}字以内`
  return typed <= limit ? `あと${limit - typed}字入力できます` : `${typed - limit}字超えています`
}

/** Minutes × times × people in hours, to a tenth; `null` unless all three are positive numbers. */
export function hoursOf(minutes: string, times: string, people: string): number | null {
  const minutesInYear = [minutes, times, people]
    .map(numberOf)
    .reduce((product, factor) => product * factor, 1)
  return minutesInYear > 0 && Number.isFinite(minutesInYear) ? Math.round(minutesInYear / 6) / 10 : null
}

/** Reads 「１，２００」 as well; what is no number becomes 0. */
function numberOf(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim()
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : 0
}

/** 「10:42」 */
export function clockOf(now: Date): string {
  return `${now.getHours()}:${String(now.getMinutes()).padStart(2, '0')}`
}
