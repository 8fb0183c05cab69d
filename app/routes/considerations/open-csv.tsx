import { dayOf } from '#app/domain/calendar'
import { listOpenInbox } from '#app/domain/proposals/consideration-inbox.server'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'

const head = ['期限', '受付番号', '提案の名前', '照会を受けた課', '主管課', '照会', '状態', '受け付けた日']

/** What one's departments still owe, without names as on the screen. */
export const loader = page(async ({ actor, db, today }) => {
  const rows = await listOpenInbox(db, actor)
  return csvResponse(`これから回答する提案_${today}.csv`, [
    head,
    ...rows.map((row) => [
      row.dueOn,
      row.receiptNumber ?? '',
      row.title,
      row.departmentName,
      row.isLead === 1 ? '主管課' : '',
      `${row.round}回目`,
      row.takenUpAt === null ? '受け付け待ち' : '検討中',
      row.takenUpAt === null ? '' : dayOf(row.takenUpAt),
    ]),
  ])
})
