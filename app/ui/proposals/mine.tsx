import { type Day, wareki } from '#app/domain/calendar'
import type { Decision } from '#app/domain/proposals/decision'
import type { Stage } from '#app/domain/proposals/lifecycle'
import { Empty } from '#app/ui/empty'
import { ItemList, type ListedItem } from '#app/ui/item-list'
import { StateChip } from '#app/ui/proposals/head'

interface Mine {
  readonly id: number
  readonly href: string
  readonly title: string
  readonly stage: Stage
  readonly decision: Decision | null
  readonly receiptNumber: string | null
  readonly submittedOn: Day | null
  readonly isLead: boolean
}

interface MineSectionProps {
  mine: { readonly drafts: readonly Mine[]; readonly open: readonly Mine[]; readonly done: readonly Mine[] }
}

/** What I propose, alone or with others: drafts to go on with, what is under way, what has ended. */
export function MineSection({ mine }: MineSectionProps) {
  const parts = [
    { title: '下書き', proposals: mine.drafts },
    { title: '手続き中', proposals: mine.open },
    { title: '終わったもの', proposals: mine.done },
  ].filter(({ proposals }) => proposals.length > 0)
  return (
    <section className="flow" aria-labelledby="mine">
      <h2 id="mine">自分の提案</h2>
      {parts.length === 0 && <Empty>まだ提案がありません。ほかの課の仕事についての提案もできます。</Empty>}
      {parts.map(({ title, proposals }) => (
        <div key={title}>
          <h3>
            {title}（{proposals.length}件）
          </h3>
          <ItemList items={proposals.map(listed)} label={title} />
        </div>
      ))}
    </section>
  )
}

function listed(proposal: Mine): ListedItem {
  const { id, href, title, stage, decision, receiptNumber, submittedOn, isLead } = proposal
  return {
    key: id,
    href,
    title: title || '名前のない下書き',
    meta: [receiptNumber, submittedOn && `${wareki(submittedOn)}提出`, isLead ? null : 'メンバーとして参加']
      .filter(Boolean)
      .join('　'),
    chip: <StateChip stage={stage} decision={decision} />,
  }
}
