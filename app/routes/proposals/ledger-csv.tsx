import { fiscalYearLabel } from '#app/domain/calendar'
import { listWholeLedger } from '#app/domain/proposals/ledger.server'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { ledgerFilter } from './ledger-filter'
import { ledgerColumns } from './ledger-columns'

/** The ledger as a file, as it is filtered on the screen, and without names as there. */
export const loader = page(async ({ actor, db, today, url }) => {
  const { year, stage, department, text } = ledgerFilter(url, today)
  const lines = await listWholeLedger(db, actor, { fiscalYear: year, stage, departmentId: department, text })
  return csvResponse(`提案台帳_${fiscalYearLabel(year)}_${today}.csv`, [
    ledgerColumns.map(({ label }) => label),
    ...lines.map((line) => ledgerColumns.map(({ cell }) => cell(line))),
  ])
})
