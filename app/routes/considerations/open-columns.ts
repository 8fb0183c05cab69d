import { type Day, dayOf } from '#app/domain/calendar'
import type { SheetColumn } from '#app/web/xlsx.server'

interface OpenLine {
  readonly dueOn: Day
  readonly receiptNumber: string | null
  readonly title: string
  readonly departmentName: string
  readonly isLead: number
  readonly round: number
  readonly takenUpAt: string | null
}

interface OpenColumn extends SheetColumn {
  readonly cell: (line: OpenLine) => string
}

/** What a section still owes, as a file: no names, as on the screen. */
export const openColumns: readonly OpenColumn[] = [
  { label: '期限', width: 12, cell: ({ dueOn }) => dueOn },
  { label: '受付番号', width: 10, cell: ({ receiptNumber }) => receiptNumber ?? '' },
  { label: '提案の名前', width: 50, cell: ({ title }) => title },
  { label: '照会を受けた課', width: 18, cell: ({ departmentName }) => departmentName },
  { label: '主管課', width: 8, cell: ({ isLead }) => (isLead === 1 ? '主管課' : '') },
  { label: '照会', width: 8, cell: ({ round }) => `${round}回目` },
  { label: '状態', width: 14, cell: ({ takenUpAt }) => (takenUpAt === null ? '受け付け待ち' : '検討中') },
  { label: '受け付けた日', width: 12, cell: ({ takenUpAt }) => (takenUpAt === null ? '' : dayOf(takenUpAt)) },
]
