import { type LinkedProposal, LinkedProposals } from '#app/ui/proposals/endings'
import { authorWords, type ShownAuthor } from '#app/ui/proposals/head'

interface RelatedProposalsProps {
  previous: readonly LinkedProposal[]
  later: readonly LinkedProposal[]
  mergedFrom: readonly LinkedProposal[]
  /** Authors of merged proposals, as far as they wish to be named. */
  credited: readonly ShownAuthor[]
}

/** Where an idea comes from and what became of it: the earlier and the later try, and what was merged into it. */
export function RelatedProposals({ previous, later, mergedFrom, credited }: RelatedProposalsProps) {
  const parts = [
    { title: '前の提案', links: previous },
    { title: '再提案', links: later },
    { title: 'この提案に統合した提案', links: mergedFrom },
  ].filter(({ links }) => links.length > 0)
  if (parts.length === 0 && credited.length === 0) return null
  return (
    <section className="flow" aria-labelledby="related">
      <h2 id="related">つながりのある提案</h2>
      {parts.map(({ title, links }) => (
        <div key={title}>
          <h3>{title}</h3>
          <LinkedProposals links={links} />
        </div>
      ))}
      {credited.length > 0 && <p>統合した提案の提案者：{authorWords(credited)}</p>}
    </section>
  )
}
