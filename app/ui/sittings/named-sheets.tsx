import { pointsInWords } from '#app/domain/evaluation/score'
import { DataTable } from '#app/ui/table'

interface NamedSheet {
  name: string
  pointsTenths: number
  marks: readonly number[]
  opinion: string
}

/** Who gave which marks; only the secretariat is given any. Folded, since the page may be on a projector. */
export function NamedSheets({ sheets }: { sheets: readonly NamedSheet[] }) {
  if (sheets.length === 0) return null
  return (
    <details className="no-print">
      <summary>委員ごとの採点（事務局だけに表示しています）</summary>
      <DataTable
        caption="委員ごとの採点"
        rows={sheets}
        keyOf={({ name }) => name}
        columns={[
          { key: 'name', label: '委員', names: true, cell: ({ name }) => name },
          {
            key: 'points',
            label: '点数',
            figures: true,
            cell: ({ pointsTenths }) => pointsInWords(pointsTenths),
          },
          { key: 'marks', label: '評価項目ごと', cell: ({ marks }) => marks.join('・') },
          { key: 'opinion', label: '意見', cell: ({ opinion }) => opinion },
        ]}
      />
    </details>
  )
}
