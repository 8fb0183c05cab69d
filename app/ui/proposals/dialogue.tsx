import { dayOf, type Instant, wareki } from '#app/domain/calendar'
import { Empty } from '#app/ui/empty'
import { ButtonLink } from '#app/ui/form/actions'
import { PlainText } from '#app/ui/text'

interface Question {
  id: number
  askedFor: string
  question: string
  askedAt: Instant
  answer: string | null
  answeredAt: Instant | null
  /** For an author who can answer it. */
  answerHref: string | null
}

/** Questions and answers, the earliest first: a part asks, 「提案者」 answers, and nobody is named. */
export function Dialogue({ questions }: { questions: readonly Question[] }) {
  if (questions.length === 0) return <Empty>質問はまだありません。</Empty>
  return questions.map(({ id, askedFor, question, askedAt, answer, answeredAt, answerHref }) => (
    <article key={id} className="card flow">
      <h2 className="text-std-18B-160">
        {askedFor}からの質問（{wareki(dayOf(askedAt))}）
      </h2>
      <PlainText text={question} />
      {answer !== null && answeredAt !== null && (
        <>
          <p className="font-700">提案者の回答（{wareki(dayOf(answeredAt))}）</p>
          <PlainText text={answer} />
        </>
      )}
      {answer === null && !answerHref && <p className="secondary">提案者の回答を待っています。</p>}
      {answerHref && (
        <ButtonLink href={answerHref} hidden={question}>
          質問に答える
        </ButtonLink>
      )}
    </article>
  ))
}
