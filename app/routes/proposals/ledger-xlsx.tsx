import { fiscalYearLabel } from '#app/domain/calendar'
import { listWholeLedger } from '#app/domain/proposals/ledger.server'
import { page } from '#app/web/page.server'
import { xlsxResponse } from '#app/web/xlsx.server'
import { ledgerFilter } from './ledger-filter'
import { ledgerColumns } from './ledger-columns'

/** The ledger as a workbook, as it is filtered on the screen, and without names as there. */
export const loader = page(async ({ actor, db, today, url }) => {
  const { year, stage, department, text } = ledgerFilter(url, today)
  const lines = await listWholeLedger(db, actor, { fiscalYear: year, stage, departmentId: department, text })
  return xlsxResponse(
    `提案処理台帳_${fiscalYearLabel(year)}_${today}.xlsx`,
    fiscalYearLabel(year),
    ledgerColumns,
    lines.map((line) => ledgerColumns.map(({ cell }) => cell(line))),
  )
})
