import { type Day, wareki } from '#app/domain/calendar'
import { SummaryList } from '#app/ui/summary-list'

interface DraftRetentionProps {
  months: number | null
  warnDays: number
  warned: readonly {
    readonly what: 'proposals' | 'practices'
    readonly drafts: number
    readonly warned: number
    readonly nextOn: Day | null
  }[]
  changeHref: string
}

const labels = { proposals: '提案の下書き', practices: '改善の報告の下書き' } as const

/** 下書き go by themselves, after their authors were told; an administrator sees how many, never whose or what. */
export function DraftRetention({ months, warnDays, warned, changeHref }: DraftRetentionProps) {
  return (
    <section className="flow" aria-labelledby="drafts">
      <h2 id="drafts">提出、報告していない下書き</h2>
      <p>
        {months === null
          ? '下書きは廃棄しません。'
          : `最後に保存してから${months}か月で廃棄します。${warnDays}日前に書いた人に知らせ、その間に保存するか、残す操作をすれば、廃棄しません。`}
      </p>
      <SummaryList
        rows={[
          {
            label: '廃棄するまでの期間',
            value: months === null ? '廃棄しない' : `${months}か月（${warnDays}日前に予告）`,
            changeHref,
          },
          ...warned.map(({ what, drafts, warned: told, nextOn }) => ({
            label: labels[what],
            value: `${drafts.toLocaleString('ja-JP')}件。${
              nextOn === null
                ? '廃棄を予告したものは、ありません。'
                : `廃棄を予告したもの${told.toLocaleString('ja-JP')}件。次は${wareki(nextOn)}です。`
            }`,
          })),
        ]}
      />
    </section>
  )
}
