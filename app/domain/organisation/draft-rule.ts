import { addDays, type Day, daysOfMonth, monthAfter, monthOf } from '../calendar'

/** When 下書き that nobody touches go, and how long before their authors are told. */
export interface DraftRule {
  /** Since the last time that it was saved; null where drafts are kept for good. */
  readonly months: number | null
  readonly warnDays: number
}

/** What holds where the city says nothing else: nobody's draft goes during 育児休業, which ends with the child's third year. */
export const usualDraftRule: DraftRule = { months: 36, warnDays: 30 }

/** Drafts last saved before this day are told of today; null where none ever goes. */
export function savedBefore({ months, warnDays }: DraftRule, today: Day): Day | null {
  if (months === null) return null
  const end = addDays(today, warnDays)
  const month = monthAfter(monthOf(end), -months)
  const { last } = daysOfMonth(month)
  const day = `${month}-${end.slice(8)}`
  return day > last ? last : day
}

/** The day on which a draft goes of which the authors are told today: never sooner, however old it is. */
export function expiryOf({ warnDays }: DraftRule, today: Day): Day {
  return addDays(today, warnDays)
}
