import { listOpenInbox } from '#app/domain/proposals/consideration-inbox.server'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { inboxFilter } from './inbox-filter'
import { openColumns } from './open-columns'

/** What one's departments still owe, as it is filtered on the screen. */
export const loader = page(async ({ actor, db, today, url }) => {
  const rows = await listOpenInbox(db, actor, inboxFilter(url))
  return csvResponse(`これから回答する提案_${today}.csv`, [
    openColumns.map(({ label }) => label),
    ...rows.map((row) => openColumns.map(({ cell }) => cell(row))),
  ])
})
