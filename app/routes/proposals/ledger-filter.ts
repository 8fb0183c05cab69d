import { type Day, fiscalYearOf } from '#app/domain/calendar'
import { stages } from '#app/domain/proposals/lifecycle'
import type { LedgerFilter } from '#app/domain/proposals/ledger.server'
import { choiceQuery, numberQuery } from '#app/web/params'

/** The address of the ledger, and of its file, says what it shows; without a year it is the current one. */
export function ledgerFilter(url: URL, today: Day) {
  return {
    year: numberQuery(url, 'year') ?? fiscalYearOf(today),
    stage: choiceQuery(url, 'stage', stages),
    department: numberQuery(url, 'department'),
    late: url.searchParams.get('late') === '1' ? 1 : undefined,
    text: url.searchParams.get('text')?.slice(0, 100) || undefined,
  }
}

/** The same for the question that is asked of the domain. */
export function ledgerQuestion(filter: ReturnType<typeof ledgerFilter>, today: Day): LedgerFilter {
  const { year, stage, department, late, text } = filter
  return { fiscalYear: year, stage, departmentId: department, lateOn: late ? today : undefined, text }
}
