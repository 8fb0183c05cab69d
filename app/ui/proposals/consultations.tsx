import { dayOf, wareki } from '#app/domain/calendar'
import type { ConsultationView } from '#app/domain/proposals/consultation-view'
import { PlainText } from '#app/ui/text'

interface ConsultationsProps {
  consultations: readonly ConsultationView[]
  /** The consideration is over, so that nothing more is to be expected. */
  isOver: boolean
}

/** 合議: what was asked of which department, and what it says. On paper and on the screen alike. */
export function Consultations({ consultations, isOver }: ConsultationsProps) {
  if (consultations.length === 0) return null
  return (
    <dl className="summary-list">
      {consultations.map((consultation) => (
        <div key={consultation.id} className="summary-row">
          <dt>合議（{consultation.departmentName}）</dt>
          <dd className="flow">
            <p className="secondary">{wareki(dayOf(consultation.askedAt))}に聞いたこと</p>
            <PlainText text={consultation.question} />
            <Opinion consultation={consultation} isOver={isOver} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Opinion({ consultation, isOver }: { consultation: ConsultationView; isOver: boolean }) {
  const { opinion, answeredAt, answeredFor } = consultation
  if (opinion === null || answeredAt === null) {
    return <p className="secondary">{isOver ? '回答はありませんでした' : '回答待ち'}</p>
  }
  return (
    <>
      <p className="secondary">
        {wareki(dayOf(answeredAt))}の回答{answeredFor && `　${answeredFor}`}
      </p>
      <PlainText text={opinion} />
    </>
  )
}
