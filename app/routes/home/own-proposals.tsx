import type { Day } from '#app/domain/calendar'
import type { OwnProposal } from '#app/domain/home.server'
import { Chip } from '#app/ui/chip'
import { deadlineWords } from '#app/ui/deadline-words'
import { proposalState } from '#app/ui/words'
import { paths } from '#app/web/paths'

/** What became of one's own proposals: where each stands, who acts next, by when. */
export function OwnProposals({ proposals, today }: { proposals: readonly OwnProposal[]; today: Day }) {
  return (
    <section className="flow" aria-labelledby="own">
      <h2 id="own">自分の提案</h2>
      {proposals.length === 0 ? (
        <p>提案はまだありません。提案すると、ここで進み具合を確かめられます。</p>
      ) : (
        <ul className="space-y-2">
          {proposals.map((proposal) => (
            <li key={proposal.id}>
              <Proposal proposal={proposal} today={today} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Proposal({
  proposal: { id, title, stage, decision, next },
  today,
}: {
  proposal: OwnProposal
  today: Day
}) {
  const { label, tone } = proposalState(stage, decision)
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4">
        <a href={paths.proposal(id)} className="nav-link">
          {title}
        </a>
        <Chip tone={tone}>{label}</Chip>
      </div>
      <p className="secondary">
        {next.sentence}
        {next.dueOn && `（${deadlineWords(next.dueOn, today).text}）`}
      </p>
    </>
  )
}
