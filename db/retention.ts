/** How many of the latest hours, days, weeks and months keep a backup each. */
const kept = { hours: 24, days: 14, weeks: 8, months: 12 }

/**
 * Which backups may go, given when each was taken. Of every hour, day, week and month that is kept the newest stays, so
 * that an hour without a backup does not cost one of the others.
 */
export function expiredBackups(takenAt: readonly Date[]): Date[] {
  const newestFirst = takenAt.toSorted((a, b) => b.getTime() - a.getTime())
  const staying = new Set<Date>()
  for (const [period, count] of Object.entries(kept) as [keyof typeof kept, number][]) {
    const newestOf = new Map<string, Date>()
    for (const date of newestFirst)
      if (!newestOf.has(nameOf[period](date))) newestOf.set(nameOf[period](date), date)
    for (const date of [...newestOf.values()].slice(0, count)) staying.add(date)
  }
  return newestFirst.filter((date) => !staying.has(date))
}

const WEEK_MS = 7 * 24 * 60 * 60 * 1000

const nameOf: Readonly<Record<keyof typeof kept, (date: Date) => string>> = {
  hours: (date) => date.toISOString().slice(0, 13),
  days: (date) => date.toISOString().slice(0, 10),
  weeks: (date) => String(Math.floor(date.getTime() / WEEK_MS)),
  months: (date) => date.toISOString().slice(0, 7),
}
