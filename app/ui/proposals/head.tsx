import { type Day, wareki } from '#app/domain/calendar'
import type { Decision } from '#app/domain/proposals/decision'
import type { Stage } from '#app/domain/proposals/lifecycle'
import { Chip } from '#app/ui/chip'
import { hiddenAuthor, proposalState } from '#app/ui/words'

export interface ShownAuthor {
  readonly name: string
  readonly department: string | null
}

/** 「鈴木 太郎（市民課）ほか2人」; null where the names may not be known. */
export function authorWords(authors: readonly ShownAuthor[] | null): string {
  if (authors === null) return hiddenAuthor
  const [first, ...others] = authors
  if (!first) return ''
  return `${first.name}${first.department ? `（${first.department}）` : ''}${others.length > 0 ? `ほか${others.length}人` : ''}`
}

export function StateChip({ stage, decision }: { stage: Stage; decision: Decision | null }) {
  const { label, tone } = proposalState(stage, decision)
  return <Chip tone={tone}>{label}</Chip>
}

interface HeadMetaProps {
  authors: readonly ShownAuthor[] | null
  groupName: string | null
  submittedOn: Day | null
  receiptNumber: string | null
}

/** Who, when, number: one line below the name of a proposal. */
export function HeadMeta({ authors, groupName, submittedOn, receiptNumber }: HeadMetaProps) {
  return (
    <>
      <span>
        {groupName && `${groupName}　`}
        {authorWords(authors)}
      </span>
      {submittedOn && <span>提出 {wareki(submittedOn)}</span>}
      {receiptNumber && <span>受付番号 {receiptNumber}</span>}
    </>
  )
}
