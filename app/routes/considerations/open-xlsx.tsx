import { listOpenInbox } from '#app/domain/proposals/consideration-inbox.server'
import { page } from '#app/web/page.server'
import { xlsxResponse } from '#app/web/xlsx.server'
import { inboxFilter } from './inbox-filter'
import { openColumns } from './open-columns'

/** The same as a workbook. */
export const loader = page(async ({ actor, db, today, url }) => {
  const rows = await listOpenInbox(db, actor, inboxFilter(url))
  return xlsxResponse(
    `これから回答する提案_${today}.xlsx`,
    'これから回答する提案',
    openColumns,
    rows.map((row) => openColumns.map(({ cell }) => cell(row))),
  )
})
