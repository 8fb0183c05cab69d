import { mayAudit } from '#app/domain/accounts/policy'
import { dayOf, timeOf } from '#app/domain/calendar'
import { insist } from '#app/domain/errors'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { loadLines } from './loading.server'

const most = 10_000

/** The newest lines as a file, as they are filtered on the screen. */
export const loader = page(async ({ actor, db, today, url }) => {
  insist(mayAudit(actor))
  const lines = await loadLines(db, url, { limit: most })
  return csvResponse(`監査ログ_${today}.csv`, [
    ['番号', '日', '時刻', 'だれが', 'だれについて', '何を', '種類', '提案', '報告'],
    ...lines.map(({ seq, at, by, about, text, event }) => [
      ...[seq, dayOf(at), timeOf(at), by ?? '', about ?? '', text, event.kind],
      'proposalId' in event ? String(event.proposalId) : '',
      'practiceId' in event ? String(event.practiceId) : '',
    ]),
  ])
})
