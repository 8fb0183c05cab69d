import type { Day } from '#app/domain/calendar'
import { Deadline } from '#app/ui/deadline'
import { ItemList } from '#app/ui/item-list'
import { paths } from '#app/web/paths'

interface OpenConsultationsProps {
  consultations: readonly {
    id: number
    proposalId: number
    title: string
    receiptNumber: string | null
    byDepartmentName: string
    dueOn: Day
  }[]
  /** A head answers; the others of the department read what it is about. */
  heads: boolean
  today: Day
}

/** 合議: the opinions that other departments wait for. Nothing is shown where there are none. */
export function OpenConsultations({ consultations, heads, today }: OpenConsultationsProps) {
  if (consultations.length === 0) return null
  return (
    <section className="flow" aria-labelledby="consultations">
      <h2 id="consultations">合議を求められているもの（{consultations.length}件）</h2>
      <ItemList
        label="合議を求められているもの"
        items={consultations.map(({ id, proposalId, title, receiptNumber, byDepartmentName, dueOn }) => ({
          key: id,
          href: heads ? paths.consultation(id) : paths.proposal(proposalId),
          title,
          meta: [receiptNumber, `${byDepartmentName}から`].filter(Boolean).join('　'),
          chip: <Deadline dueOn={dueOn} today={today} />,
        }))}
      />
    </section>
  )
}
