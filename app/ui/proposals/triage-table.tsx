import { type Day, warekiShort } from '#app/domain/calendar'
import { type RecusalGround, recusalReasons } from '#app/domain/evaluation/recusal'
import type { Stance } from '#app/domain/proposals/decision'
import type { Stage } from '#app/domain/proposals/lifecycle'
import { Chip } from '#app/ui/chip'
import { type Column, DataTable } from '#app/ui/table'
import { stageLabels, stageTones, stanceLabels } from '#app/ui/words'

export interface TriageLine {
  id: number
  title: string
  href: string
  receiptNumber: string | null
  leadDepartmentName: string | null
  /** Null where a department has not answered. */
  stances: readonly (Stance | null)[]
  stage: Stage
  recheckOn: Day | null
  daysWaiting: number
  /** Why the reader keeps out of it. */
  ownGround: RecusalGround | null
  /** What the reader may write down; null for whoever reads alone. */
  act: { href: string; label: string } | null
}

/** What awaits the committee, to be scanned like a spreadsheet: no name, and no order that tells one. */
export function TriageTable({ caption, entries }: { caption: string; entries: readonly TriageLine[] }) {
  return <DataTable caption={caption} rows={entries} keyOf={({ id }) => id} columns={columns} />
}

const columns: readonly Column<TriageLine>[] = [
  { key: 'title', label: '提案', names: true, cell: (line) => <Title line={line} /> },
  { key: 'stances', label: '課の検討結果', cell: ({ stances }) => <Stances stances={stances} /> },
  {
    key: 'stage',
    label: '状態',
    cell: ({ stage, recheckOn }) => (
      <>
        <Chip tone={stageTones[stage]}>{stageLabels[stage]}</Chip>
        {recheckOn && <span className="block secondary">再検討日 {warekiShort(recheckOn)}</span>}
      </>
    ),
  },
  { key: 'days', label: '待ち日数', figures: true, cell: ({ daysWaiting }) => `${daysWaiting}日` },
  { key: 'act', label: '手続き', cell: (line) => <Act line={line} /> },
]

function Title({ line: { title, href, receiptNumber, leadDepartmentName } }: { line: TriageLine }) {
  return (
    <>
      <a href={href}>{title}</a>
      <span className="block secondary">
        {[receiptNumber, leadDepartmentName].filter((part) => part !== null).join('　')}
      </span>
    </>
  )
}

function Stances({ stances }: { stances: TriageLine['stances'] }) {
  if (stances.length === 0) return '—'
  return stances.map((stance, index) => (
    <span key={index} className="block">
      {stance === null ? '回答待ち' : stanceLabels[stance]}
    </span>
  ))
}

function Act({ line: { title, ownGround, act } }: { line: TriageLine }) {
  if (ownGround !== null) return recusalReasons[ownGround]
  return (
    act && (
      <a href={act.href}>
        {act.label}
        <span className="sr-only">：{title}</span>
      </a>
    )
  )
}
