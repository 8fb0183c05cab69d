import type { Ctx } from '../context'
import { insist } from '../errors'
import { mayKeepOrganisation } from './policy'
import { type FiscalYearSettings, usualDeputyRank } from './year-settings'

/** What a year begins with where the city says nothing else. */
export const defaultSettings: FiscalYearSettings = {
  countingBasis: 'implemented',
  denominator: 'inScope',
  targetPermille: null,
  definition:
    '年度内に改善（所属長が確認した一人一改善、または採用され実施された職員提案）があった事務事業の数を、対象の事務事業の数で割った割合です。',
  receiveWithinWorkingDays: 3, // 海南市 3日
  answerWithinDays: 14, // 諏訪市 14日
  noticeWithinDays: 7,
  confirmWithinDays: 14,
  remindDaysBefore: 3,
  minimumGroundsLength: 20,
  titleLength: 40,
  suspiciousMinutesPerYear: 120_000, // more than one person's year of work
  suspiciousYenPerYear: 10_000_000,
  smallDepartmentProjects: 3,
  prepareDaysBefore: 60,
  deputyRank: usualDeputyRank,
  followUpMonths: 12,
}

/** Opens a year with its settings. A year that is open already stays as it is. */
export async function openFiscalYear(
  ctx: Ctx,
  { fiscalYear, ...settings }: { fiscalYear: number } & Partial<FiscalYearSettings>,
): Promise<void> {
  insist(mayKeepOrganisation(ctx.actor))
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('fiscalYears')
    .values({ ...defaultSettings, ...settings, fiscalYear, version: 1, closedAt: null, closedById: null })
    .onConflict((conflict) => conflict.column('fiscalYear').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows) ctx.happened({ kind: 'fiscalYear.opened', fiscalYear })
}
