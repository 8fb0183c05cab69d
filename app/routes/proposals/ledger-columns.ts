import type { LedgerLine } from '#app/domain/proposals/ledger.server'
import { decisionLabels, stageLabels } from '#app/ui/words'

interface LedgerColumn {
  readonly label: string
  /** In characters, for a workbook. */
  readonly width: number
  readonly cell: (line: LedgerLine) => string
  /** `2026-05-11` in files, R8.5.11 on paper. */
  readonly isDay?: true
}

/** 提案処理台帳 as files and on paper: without names, as on the screen. */
export const ledgerColumns: readonly LedgerColumn[] = [
  { label: '受付番号', width: 10, cell: ({ receiptNumber }) => receiptNumber ?? '' },
  { label: '提案の名前', width: 40, cell: ({ title }) => title },
  { label: '段階', width: 16, cell: ({ stage }) => stageLabels[stage] },
  { label: '主管課', width: 16, cell: ({ leadDepartmentName }) => leadDepartmentName ?? '' },
  { label: '提出日', width: 12, isDay: true, cell: ({ submittedOn }) => submittedOn },
  { label: '受付日', width: 12, isDay: true, cell: ({ acceptedOn }) => acceptedOn ?? '' },
  { label: '回答期限', width: 12, isDay: true, cell: ({ answerDueOn }) => answerDueOn ?? '' },
  { label: '判定', width: 16, cell: ({ decision }) => (decision ? decisionLabels[decision] : '') },
  { label: '判定日', width: 12, isDay: true, cell: ({ decidedOn }) => decidedOn ?? '' },
  { label: '通知日', width: 12, isDay: true, cell: ({ notifiedOn }) => notifiedOn ?? '' },
]
