import { dayOf, type Instant, timeOf, warekiShort } from '#app/domain/calendar'
import { DataTable } from '#app/ui/table'

export interface SettingChange {
  readonly seq: number
  readonly at: Instant
  /** With the post of that day; null for the system. */
  readonly by: string | null
  readonly text: string
}

/** Who changed what on a page of settings, the newest first. */
export function SettingHistory({ lines }: { lines: readonly SettingChange[] }) {
  return (
    <section className="flow" aria-labelledby="changes">
      <h2 id="changes">変更の記録</h2>
      {lines.length === 0 ? (
        <p>まだ変更はありません。</p>
      ) : (
        <DataTable
          caption="変更の記録（新しい順）"
          captionHidden
          rows={lines}
          keyOf={({ seq }) => seq}
          columns={[
            { key: 'at', label: '日時', cell: ({ at }) => `${warekiShort(dayOf(at))} ${timeOf(at)}` },
            { key: 'by', label: 'だれが', cell: ({ by }) => by ?? 'システム' },
            { key: 'text', label: '内容', names: true, cell: ({ text }) => text },
          ]}
        />
      )}
    </section>
  )
}
