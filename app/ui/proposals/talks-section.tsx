import { wareki } from '#app/domain/calendar'
import type { ThreePartyTalk } from '#app/domain/proposals/three-party'
import { SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'

/** 三者協議, the latest first; the proposer is 「提案者」. Nothing is shown where there was none. */
export function TalksSection({ talks }: { talks: readonly ThreePartyTalk[] }) {
  if (talks.length === 0) return null
  return (
    <section className="flow" aria-labelledby="talks">
      <h2 id="talks">三者協議</h2>
      {talks.map(({ id, heldOn, proposerPresent, present, note }) => (
        <article key={id} className="card flow">
          <h3>{wareki(heldOn)}の協議</h3>
          <SummaryList
            rows={[
              { label: '提案者', value: proposerPresent ? '出席' : '欠席' },
              { label: '事務局と所管課', value: <PlainText text={present} /> },
              { label: '協議の内容', value: <PlainText text={note} /> },
            ]}
          />
        </article>
      ))}
    </section>
  )
}
