import { type Day, dayOf, wareki } from '#app/domain/calendar'
import { type ConsiderationField, type ConsiderationText, labelOf } from '#app/domain/proposals/consideration'
import type { ConsiderationView } from '#app/domain/proposals/consideration-view'
import { Chip } from '#app/ui/chip'
import { Deadline } from '#app/ui/deadline'
import { Consultations } from '#app/ui/proposals/consultations'
import { type SummaryRow, SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { stanceLabels } from '#app/ui/words'

interface ConsiderationsSectionProps {
  considerations: readonly ConsiderationView[]
  today: Day
  /** The page of a record, where this reader has a use for it. */
  hrefOf?: ((considerationId: number) => string) | undefined
}

/** What the departments asked say, the latest round first. Nothing is shown before a department was asked. */
export function ConsiderationsSection({ considerations, today, hrefOf }: ConsiderationsSectionProps) {
  if (considerations.length === 0) return null
  return (
    <section className="flow" aria-labelledby="considerations">
      <h2 id="considerations">課の検討</h2>
      {considerations.map((consideration) => (
        <Consideration
          key={consideration.id}
          consideration={consideration}
          today={today}
          href={hrefOf?.(consideration.id)}
        />
      ))}
    </section>
  )
}

interface ConsiderationProps {
  consideration: ConsiderationView
  today: Day
  href?: string | undefined
}

function Consideration({ consideration, today, href }: ConsiderationProps) {
  const { departmentName, isLead, round, question, text } = consideration
  return (
    <article className="card flow">
      <h3>
        {departmentName}
        {isLead && '（主管課）'}
        {round > 1 && `　${round}回目の照会`}
      </h3>
      <ConsiderationState consideration={consideration} today={today} />
      {question && (
        <SummaryList rows={[{ label: '委員会からの質問', value: <PlainText text={question} /> }]} />
      )}
      {text && <AnswerText text={text} reasonLabel={consideration.reasonLabel} />}
      <Consultations consultations={consideration.consultations} isOver={consideration.answeredAt !== null} />
      {href && (
        <p className="no-print">
          <a href={href} className="nav-link">
            検討記録を開く<span className="sr-only">：{departmentName}</span>
          </a>
        </p>
      )}
    </article>
  )
}

function ConsiderationState({ consideration, today }: ConsiderationProps) {
  const { answeredAt, answeredFor, takenUpAt, askedAt, dueOn, text } = consideration
  if (answeredAt) {
    return (
      <p className="flex flex-wrap items-center gap-x-4">
        {text?.stance && <span className="font-700">{stanceLabels[text.stance]}</span>}
        <span className="secondary">
          {wareki(dayOf(answeredAt))}回答{answeredFor && `　${answeredFor}`}
        </span>
      </p>
    )
  }
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      {takenUpAt ? <Chip tone="progress">検討中</Chip> : <Chip tone="wait">受け付け待ち</Chip>}
      <Deadline dueOn={dueOn} today={today} />
      <span className="secondary">
        {takenUpAt ? `${wareki(dayOf(takenUpAt))}受け付け` : `${wareki(dayOf(askedAt))}依頼`}
      </span>
    </p>
  )
}

const shownFields: readonly ConsiderationField[] = [
  'grounds',
  'part',
  'conditions',
  'trial',
  'alternative',
  'reasonCode',
  'possibleWhen',
  'reference',
  'plannedOn',
  'owner',
  'costYen',
  'expectedEffect',
  'laws',
  'consulted',
  'wordToProposer',
]

/** The answer, without what is empty; on paper and on the screen alike. */
export function AnswerText({ text, reasonLabel }: { text: ConsiderationText; reasonLabel: string | null }) {
  const rows = shownFields
    .map((field): SummaryRow => ({
      label: labelOf(field, text.stance),
      value: valueOf(field, text, reasonLabel),
    }))
    .filter(({ value }) => value !== null)
  return <SummaryList rows={rows} />
}

function valueOf(field: ConsiderationField, text: ConsiderationText, reasonLabel: string | null) {
  if (field === 'plannedOn') return text.plannedOn && wareki(text.plannedOn)
  if (field === 'costYen') return text.costYen === null ? null : `${text.costYen.toLocaleString('ja-JP')}円`
  if (field === 'reasonCode') return text.reasonCode && (reasonLabel ?? text.reasonCode)
  const value = text[field]
  return value ? <PlainText text={value} /> : null
}
