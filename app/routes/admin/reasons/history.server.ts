import type { Db } from '#app/domain/context'
import { listAuditLines } from '#app/domain/events/audit.server'
import type { DomainEvent } from '#app/domain/events/event'

const shown = 50

/** What was changed, in words; a reason keeps its words, so those of the table are those of that day. */
export async function listReasonChanges(db: Db, reasons: readonly { id: number; label: string }[]) {
  const labels = new Map(reasons.map(({ id, label }) => [id, `「${label}」`]))
  const lines = await listAuditLines(db, { kinds: ['reasonCode.set'] }, { limit: shown })
  return lines.flatMap(({ seq, at, by, event }) =>
    event.kind === 'reasonCode.set' ? [{ seq, at, by, text: sentence(event, labels) }] : [],
  )
}

function sentence(
  { reasonId, formerId, change }: Extract<DomainEvent, { kind: 'reasonCode.set' }>,
  labels: ReadonlyMap<number, string>,
): string {
  const label = labels.get(reasonId) ?? '理由'
  const former = labels.get(formerId ?? 0) ?? '理由'
  return {
    added: `${label}を加えました`,
    renamed: `${former}を${label}に変えました`,
    moved: `${label}の順番を変えました`,
    retired: `${label}を廃止しました`,
    resumed: `${label}をまた使うことにしました`,
  }[change]
}
