import { percentText } from '#app/domain/indicators/ratio'
import { DataTable } from '#app/ui/table'

interface Share {
  readonly numerator: number
  readonly denominator: number
  readonly permille: number | null
}

interface ComparedFiguresProps {
  changes: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  before: Share | undefined
  after: Share | undefined
  /** 基準日 in words. */
  today: string
}

/** What a figure is, and what it would be. */
export function ComparedFigures({ changes, before, after, today }: ComparedFiguresProps) {
  const figures = { label: `割合（${today}現在）`, before: inWords(before), after: inWords(after) }
  return (
    <DataTable
      caption="今と、変えたあと"
      rows={[...changes, figures]}
      keyOf={({ label }) => label}
      columns={[
        { key: 'label', label: '項目', cell: ({ label }) => label },
        { key: 'before', label: '今', cell: (row) => row.before },
        { key: 'after', label: '変えたあと', cell: (row) => row.after },
      ]}
    />
  )
}

function inWords(share: Share | undefined): string {
  if (!share || share.permille === null) return '事務事業がありません'
  return `${percentText(share.permille)}％（${share.denominator}事務事業のうち${share.numerator}）`
}
