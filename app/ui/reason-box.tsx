import type { ReactNode } from 'react'
import { type Day, wareki } from '#app/domain/calendar'
import { PlainText } from '#app/ui/text'

interface ReasonBoxProps {
  heading?: string | undefined
  /** 「今回は見送り」 */
  decision: ReactNode
  reason: string
  /** The person or the meeting that decided. */
  by: string
  on: Day
  /** What follows: who does what, or what would make another try worthwhile. */
  next?: ReactNode
}

/** A decision and why: nobody should have to ask. */
export function ReasonBox({ heading = '決まったこと', decision, reason, by, on, next }: ReasonBoxProps) {
  return (
    <section className="card keep-together flow border-2 border-solid-gray-800">
      <h2>
        {heading}：{decision}
      </h2>
      <h3>理由</h3>
      <PlainText text={reason} />
      <p className="secondary">
        {by}　<time dateTime={on}>{wareki(on)}</time>
      </p>
      {next && (
        <>
          <h3>次にすること</h3>
          <div>{next}</div>
        </>
      )}
    </section>
  )
}
