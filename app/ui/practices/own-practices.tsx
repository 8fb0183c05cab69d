import type { Day } from '#app/domain/calendar'
import type { PracticeStage } from '#app/domain/practices/practice'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { Empty } from '#app/ui/empty'
import { ItemList } from '#app/ui/item-list'
import { practiceStageLabels, practiceStageTones } from '#app/ui/words'

interface OwnPracticesProps {
  parts: readonly {
    title: string
    practices: readonly {
      id: number
      href: string
      title: string
      stage: PracticeStage
      receiptNumber: string | null
      /** While somebody has to confirm it. */
      dueOn: Day | null
    }[]
  }[]
  today: Day
}

/** What I reported, alone or with others: drafts to go on with, what waits, what is on the shelf. */
export function OwnPractices({ parts, today }: OwnPracticesProps) {
  const filled = parts.filter(({ practices }) => practices.length > 0)
  return (
    <section className="flow" aria-labelledby="own-practices">
      <h2 id="own-practices">自分の報告</h2>
      {filled.length === 0 && (
        <Empty>まだ報告がありません。最初の1件は、今日変えた小さなことで十分です。</Empty>
      )}
      {filled.map(({ title, practices }) => (
        <div key={title}>
          <h3>
            {title}（{practices.length}件）
          </h3>
          <ItemList
            label={title}
            items={practices.map((practice) => ({
              key: practice.id,
              href: practice.href,
              title: practice.title || '名前のない下書き',
              meta: (
                <>
                  {practice.receiptNumber}{' '}
                  {practice.dueOn && <Deadline dueOn={practice.dueOn} today={today} />}
                </>
              ),
              chip: (
                <Chip tone={practiceStageTones[practice.stage]}>{practiceStageLabels[practice.stage]}</Chip>
              ),
            }))}
          />
        </div>
      ))}
    </section>
  )
}
