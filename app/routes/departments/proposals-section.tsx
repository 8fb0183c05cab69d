import type { Day } from '#app/domain/calendar'
import type { ImplementationStatus } from '#app/domain/proposals/decision'
import { Deadline } from '#app/ui/deadline'
import { ItemList } from '#app/ui/item-list'
import { statusLabels } from '#app/ui/words'
import { paths } from '#app/web/paths'

interface ProposalsOfDepartmentProps {
  open: { waiting: number; considering: number }
  carriedOut: readonly { id: number; title: string; status: string; dueOn: Day | null }[]
  today: Day
}

/** What the department owes others: how many it considers, and what it carries out. */
export function ProposalsOfDepartment({ open, carriedOut, today }: ProposalsOfDepartmentProps) {
  return (
    <section className="flow" aria-labelledby="proposals">
      <h2 id="proposals">提案の状況</h2>
      <p>
        検討待ち{open.waiting}件　検討中{open.considering}件　実施{carriedOut.length}件
      </p>
      {carriedOut.length > 0 && (
        <ItemList
          label="実施する提案"
          items={carriedOut.map(({ id, title, status, dueOn }) => ({
            key: id,
            href: paths.proposal(id),
            title,
            meta: statusLabels[status as ImplementationStatus],
            chip: dueOn && <Deadline dueOn={dueOn} today={today} />,
          }))}
        />
      )}
    </section>
  )
}
