import { type Day, parseDay } from '#app/domain/calendar'
import { numberQuery } from '#app/web/params'

/** The address of the log, and of its file, says what it shows. What cannot be read as a day is left out. */
export function logFilter(url: URL) {
  return {
    kind: /^\w+\.\w+$/.exec(url.searchParams.get('kind') ?? '')?.[0],
    actor: url.searchParams.get('actor')?.slice(0, 20) || undefined,
    proposal: numberQuery(url, 'proposal'),
    practice: numberQuery(url, 'practice'),
    from: dayQuery(url, 'from'),
    to: dayQuery(url, 'to'),
  }
}

function dayQuery(url: URL, name: string): Day | undefined {
  return parseDay(url.searchParams.get(name) ?? '') ?? undefined
}
