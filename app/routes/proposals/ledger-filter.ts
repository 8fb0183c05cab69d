import { type Day, fiscalYearOf } from '#app/domain/calendar'
import { stages } from '#app/domain/proposals/lifecycle'
import { choiceQuery, numberQuery } from '#app/web/params'

/** The address of the ledger, and of its file, says what it shows; without a year it is the current one. */
export function ledgerFilter(url: URL, today: Day) {
  return {
    year: numberQuery(url, 'year') ?? fiscalYearOf(today),
    stage: choiceQuery(url, 'stage', stages),
    department: numberQuery(url, 'department'),
    text: url.searchParams.get('text')?.slice(0, 100) || undefined,
  }
}
