import { outcomeLabels } from '#app/ui/admin/import-labels'
import { DataTable } from '#app/ui/table'
import type { Outcome } from '#app/domain/transfer/difference'

export interface ShownLine {
  readonly id: number
  readonly row: number | null
  readonly about: string
  readonly sentence: string
}

/** Row by row what bringing in a file would do. */
export function PreviewLines({
  outcome,
  lines,
  captionHidden,
}: {
  outcome: Outcome
  lines: readonly ShownLine[]
  captionHidden?: boolean
}) {
  return (
    <DataTable
      caption={`${outcomeLabels[outcome]}の行`}
      captionHidden={captionHidden}
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { key: 'row', label: '行', figures: true, cell: ({ row }) => row ?? '－' },
        { key: 'about', label: '対象', names: true, cell: ({ about }) => about },
        { key: 'sentence', label: '内容', cell: ({ sentence }) => sentence },
      ]}
    />
  )
}
