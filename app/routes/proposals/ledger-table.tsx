import { warekiShort } from '#app/domain/calendar'
import type { LedgerLine } from '#app/domain/proposals/ledger.server'
import { StateChip } from '#app/ui/proposals/head'
import { DataTable } from '#app/ui/table'
import { paths } from '#app/web/paths'

/** With the departments that are late, whom the secretariat reminds. */
type Row = LedgerLine & { readonly late: readonly string[] }

export function LedgerTable({ rows, span }: { rows: readonly Row[]; span: string }) {
  return (
    <DataTable
      caption={`${span}に提出された提案（提出された順）`}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { key: 'number', label: '受付番号', cell: ({ receiptNumber }) => receiptNumber ?? '－' },
        {
          key: 'title',
          label: '提案の名前',
          names: true,
          cell: ({ id, title }) => <a href={paths.proposal(id)}>{title}</a>,
        },
        {
          key: 'state',
          label: '段階',
          cell: ({ stage, decision }) => <StateChip stage={stage} decision={decision} />,
        },
        { key: 'lead', label: '主管課', cell: ({ leadDepartmentName }) => leadDepartmentName },
        { key: 'submitted', label: '提出', cell: ({ submittedOn }) => warekiShort(submittedOn) },
        { key: 'due', label: '回答期限', cell: ({ answerDueOn }) => answerDueOn && warekiShort(answerDueOn) },
        { key: 'late', label: '期限を過ぎた課', names: true, cell: ({ late }) => late.join('、') },
        { key: 'decided', label: '判定', cell: ({ decidedOn }) => decidedOn && warekiShort(decidedOn) },
        { key: 'notified', label: '通知', cell: ({ notifiedOn }) => notifiedOn && warekiShort(notifiedOn) },
      ]}
    />
  )
}
