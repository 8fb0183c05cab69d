import { fiscalYearLabel } from '#app/domain/calendar'
import { findAttainment, listDepartmentShares } from '#app/domain/indicators/attainment.server'
import { percentText } from '#app/domain/indicators/ratio'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'

const head = ['部', '課', '改善あり', '全体', '割合（％）', '目標（％）', '備考']

/** The table of the indicator's page as a file, with the total and the 基準日. */
export const loader = page(async ({ db, today, url }) => {
  const attainment = await findAttainment(db, numberQuery(url, 'year'), today)
  const { fiscalYear, asOf, numerator, denominator, permille } = attainment
  const departments = await listDepartmentShares(db, fiscalYear, today)
  const percent = (share: number | null) => (share === null ? '' : percentText(share))
  const target = percent(attainment.targetPermille)
  return csvResponse(`改善を図った事務事業の割合_${fiscalYearLabel(fiscalYear)}_${asOf}.csv`, [
    head,
    ...departments.map((one) => [
      one.bureauName,
      one.departmentName,
      one.numerator,
      one.denominator,
      percent(one.permille),
      target,
      one.isSmall ? '参考（件数が少ない）' : '',
    ]),
    ['合計', '', numerator, denominator, percent(permille), target, `基準日 ${asOf}`],
  ])
})
