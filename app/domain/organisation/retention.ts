import { type Day, firstDayOf, fiscalYearOf } from '../calendar'

/** What has a period of keeping 「保存期間」 of its own. Proposals, reports and the sealed log are kept for good. */
export const retained = ['notifications', 'imports', 'withdrawnFiles'] as const
export type Retained = (typeof retained)[number]

export const retainedLabels: Readonly<Record<Retained, string>> = {
  notifications: 'お知らせ',
  imports: '取り込んだファイルと、その行の記録',
  withdrawnFiles: '取り下げた提案の写真と資料',
}

/** What holds where the city says nothing else. */
export const usualYears: Readonly<Record<Retained, number>> = {
  notifications: 3,
  imports: 1,
  withdrawnFiles: 5,
}

/** Counted, as for documents, from 1 April after the year in which it was made or withdrawn: what is older than this day may go. */
export function keptFrom(years: number, today: Day): Day {
  return firstDayOf(fiscalYearOf(today) - years)
}
