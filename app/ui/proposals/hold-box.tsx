import { wareki } from '#app/domain/calendar'
import type { HoldView } from '#app/domain/proposals/committee-view'
import { ReasonBox } from '#app/ui/reason-box'
import { PlainText } from '#app/ui/text'
import { decisionLabels } from '#app/ui/words'

/** 「育てる（継続検討）」: why, who helps, and what the helper has written down so far. */
export function HoldBox({ hold }: { hold: HoldView }) {
  return (
    <>
      <ReasonBox
        heading={hold.isOpen ? undefined : '前に決まったこと'}
        decision={decisionLabels.continued}
        reason={hold.reason}
        by="委員会"
        on={hold.heldOn}
        next={
          hold.isOpen && `${hold.helperName}が伴走します。${wareki(hold.recheckOn)}に、もう一度審議します。`
        }
      />
      <HoldNotes hold={hold} />
    </>
  )
}

function HoldNotes({ hold: { notes, helperName, cameBackOn } }: { hold: HoldView }) {
  if (notes.length === 0 && cameBackOn === null) return null
  return (
    <section className="card keep-together flow" aria-labelledby="hold-notes">
      <h2 id="hold-notes">伴走の記録（{helperName}）</h2>
      {notes.length === 0 ? (
        <p>記録はありません。</p>
      ) : (
        notes.map(({ note, writtenOn }, place) => (
          <div key={place}>
            <p className="secondary">
              <time dateTime={writtenOn}>{wareki(writtenOn)}</time>
            </p>
            <PlainText text={note} />
          </div>
        ))
      )}
      {cameBackOn && <p className="secondary">{wareki(cameBackOn)}に、委員会の審議に戻りました。</p>}
    </section>
  )
}
