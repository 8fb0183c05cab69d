/**
 * National holidays of Japan by 国民の祝日に関する法律 (昭和23年法律第178号) as in force since 2022, computed and not
 * listed, so that deadlines of coming years are right without an update. Equinox days follow the formula the
 * National Astronomical Observatory publishes for 1980–2099; the Cabinet's notice of each February has never
 * differed from it.
 */
export function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4))
  let days = holidaysByYear.get(year)
  if (!days) holidaysByYear.set(year, (days = holidaysOf(year)))
  return days.has(day)
}

const holidaysByYear = new Map<number, ReadonlySet<string>>()

function holidaysOf(year: number): ReadonlySet<string> {
  const named = new Set(
    [
      [1, 1],
      [1, nthMonday(year, 1, 2)],
      [2, 11],
      [2, 23],
      [3, equinox(year, 20.8431)],
      [4, 29],
      [5, 3],
      [5, 4],
      [5, 5],
      [7, nthMonday(year, 7, 3)],
      [8, 11],
      [9, nthMonday(year, 9, 3)],
      [9, equinox(year, 23.2488)],
      [10, nthMonday(year, 10, 2)],
      [11, 3],
      [11, 23],
    ].map(([month = 1, day = 1]) => text(new Date(Date.UTC(year, month - 1, day)))),
  )
  const days = new Set(named)
  for (const day of named) {
    // 第3条第2項: a holiday on a Sunday is made up for by the next day that is none.
    if (weekday(day) === 0) days.add(firstFree(day, named))
    // 第3条第3項: a day between two holidays is one too.
    const between = shift(day, 1)
    if (named.has(shift(day, 2)) && !named.has(between)) days.add(between)
  }
  return days
}

function firstFree(day: string, named: ReadonlySet<string>): string {
  let next = shift(day, 1)
  while (named.has(next)) next = shift(next, 1)
  return next
}

function equinox(year: number, base: number): number {
  return Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4))
}

function nthMonday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  return 1 + ((8 - first) % 7) + (nth - 1) * 7
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

function shift(day: string, days: number): string {
  return text(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000))
}

function text(date: Date): string {
  return date.toISOString().slice(0, 10)
}
