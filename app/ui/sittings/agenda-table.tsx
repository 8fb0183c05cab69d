import type { ReactNode } from 'react'
import type { RecusalGround } from '#app/domain/evaluation/recusal'
import { pointsInWords } from '#app/domain/evaluation/score'
import type { AgendaScores } from '#app/domain/proposals/sitting-view'
import type { ItemOutcome } from '#app/domain/committees/sitting'
import type { Stance } from '#app/domain/proposals/decision'
import { type Column, DataTable } from '#app/ui/table'
import { outcomeLabels, stanceLabels, suggestionLabels } from '#app/ui/words'

export interface AgendaRow {
  id: number
  position: number
  title: string
  receiptNumber: string | null
  leadDepartmentName: string | null
  stances: readonly (Stance | null)[]
  outcome: ItemOutcome | null
  isGone: boolean
  ownPoints: number | null
  ownGrounds: readonly RecusalGround[]
  sheets: number
  scores: AgendaScores | null
  /** The page of the item. */
  href: string
  /** Where the reader scores it; null where that is not to be done. */
  scoreHref: string | null
}

interface AgendaTableProps {
  rows: readonly AgendaRow[]
  /** Boxes to choose items by, for whoever prepares the meeting. */
  selectable: boolean
  /** Whether this body scores. */
  scores: boolean
  /** Whether the reader scores. */
  judges: boolean
  /** Whether the reader sees how many have scored. */
  counts: boolean
  /** The item that is being worked on. */
  current?: number | undefined
}

/** To be scanned like a spreadsheet: no name, and no order that tells one. */
export function AgendaTable({ rows, selectable, scores, judges, counts, current }: AgendaTableProps) {
  return (
    <DataTable
      caption={`審議する提案（${rows.length}件）`}
      rows={rows}
      keyOf={({ id }) => id}
      isCurrent={({ id }) => id === current}
      columns={[
        ...(selectable ? [selection] : []),
        { key: 'position', label: '順', figures: true, cell: ({ position }) => position },
        title,
        stancesColumn,
        ...(scores ? scoreColumns({ counts, judges }) : []),
        { key: 'outcome', label: '結果', cell: (row) => outcomeWords(row) },
      ]}
    />
  )
}

/** A line for each department asked. */
export const stancesColumn = {
  key: 'stances',
  label: '課の検討結果',
  className: 'whitespace-pre-line',
  cell: ({ stances }: Pick<AgendaRow, 'stances'>) => stances.map(stanceInWords).join('\n') || '—',
}

const selection: Column<AgendaRow> = {
  key: 'chosen',
  label: <span className="sr-only">選択</span>,
  className: 'no-print',
  cell: ({ id, title: name, outcome, isGone }) =>
    outcome === null &&
    !isGone && (
      <label className="choice">
        {/* By its id a tick stays with its proposal while the page follows a new order. */}
        <input type="checkbox" id={`chosen-${id}`} name="chosen" value={id} aria-label={`${name}を選ぶ`} />
      </label>
    ),
}

const title: Column<AgendaRow> = {
  key: 'title',
  label: '提案',
  names: true,
  cell: ({ href, title: name, receiptNumber, leadDepartmentName }) => (
    <>
      <a href={href}>{name}</a>
      <span className="block secondary">
        {[receiptNumber, leadDepartmentName].filter(Boolean).join('　')}
      </span>
    </>
  ),
}

function scoreColumns({ counts, judges }: { counts: boolean; judges: boolean }): Column<AgendaRow>[] {
  return [
    ...(counts
      ? [
          {
            key: 'sheets',
            label: '採点した委員',
            figures: true,
            cell: ({ sheets }: AgendaRow) => `${sheets}人`,
          },
        ]
      : []),
    { key: 'mean', label: '平均', figures: true, cell: ({ scores }) => meanShown(scores) },
    ...(judges ? [{ key: 'own', label: '自分の採点', cell: (row: AgendaRow) => ownShown(row) }] : []),
  ]
}

function meanShown(scores: AgendaScores | null): ReactNode {
  if (scores === null) return '—'
  if (scores.mean === null) return '採点なし'
  const { place, mean } = scores
  return (
    <>
      {pointsInWords(mean)}
      {place && <span className="block secondary">{place.rank}位</span>}
      {place?.suggestion && <span className="block secondary">{suggestionLabels[place.suggestion]}</span>}
    </>
  )
}

function ownShown({ ownGrounds, ownPoints, scoreHref, title: name }: AgendaRow): ReactNode {
  if (ownGrounds.length > 0) return '除斥'
  const words = ownPoints === null ? '採点前' : `採点済み ${pointsInWords(ownPoints)}`
  if (scoreHref === null) return ownPoints === null ? '—' : words
  return (
    <a href={scoreHref} aria-label={`${words}：${name}`}>
      {words}
    </a>
  )
}

function stanceInWords(stance: Stance | null): string {
  return stance === null ? '回答待ち' : stanceLabels[stance]
}

function outcomeWords({ outcome, isGone }: AgendaRow): string {
  if (isGone) return '取り下げ'
  return outcome === null ? '審議前' : outcomeLabels[outcome]
}
