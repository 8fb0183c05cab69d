import { dayOf, timeOf, wareki } from '#app/domain/calendar'
import { considerationLabels } from '#app/domain/proposals/consideration'
import { Button, Refused } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'
import { ConsiderationForm } from '#app/ui/proposals/consideration-form'
import { ConsiderationsSection } from '#app/ui/proposals/considerations-section'
import { DifficultCheck } from '#app/ui/proposals/difficult-check'
import { OnItsWay } from '#app/ui/proposals/on-its-way'
import { Subject } from '#app/ui/proposals/subject'
import { paths } from '#app/web/paths'
import { Attached } from '../attachments/attached'
import type { loadRecord } from './record.server'

type RecordPageProps = Awaited<ReturnType<typeof loadRecord>> & {
  /** As the last refusal left it, or as it starts. */
  form: FormState
  /** A “not now” that is to be read once more before it goes out. */
  checks?: boolean | undefined
}

/** One consideration record: what is asked, what is proposed, and the department's answer or the form for it. */
export function RecordPage(record: RecordPageProps) {
  const { id, view, subject, form, reasons, checks } = record
  return (
    <Page
      title={`検討記録：${subject.title}`}
      crumbs={[{ href: paths.considerations(), label: '検討する提案' }, { label: '検討記録' }]}
      meta={<span>{[subject.receiptNumber, view.departmentName].filter(Boolean).join('　')}</span>}
      actions={
        <>
          {record.mayReadVersions && (
            <a href={paths.considerationVersions(id)} className="nav-link">
              書いた記録
            </a>
          )}
          <a href={paths.considerationPrint(id)} className="nav-link">
            印刷用
          </a>
        </>
      }
    >
      <ErrorSummary form={form} labels={considerationLabels} />
      {checks ? (
        <DifficultCheck form={form} action={paths.answer(id)} reasons={reasons} />
      ) : (
        <>
          <Subject subject={subject} href={paths.proposal(subject.id)} />
          <Attached attachments={subject.attachments} />
          <ConsiderationsSection considerations={[view]} today={record.today} />
          <OnItsWay extensions={record.extensions} reassignments={record.reassignments} />
          <p className="no-print">
            <a href={paths.dialogue(subject.id)} className="nav-link">
              提案者とのやりとり
            </a>
          </p>
          <TakeUp {...record} />
          <Writing {...record} />
        </>
      )}
    </Page>
  )
}

function TakeUp({ id, view, mayTakeUp, mayWrite, takeUpForm }: RecordPageProps) {
  if (view.takenUpAt || view.answeredAt || !mayWrite.ok) return null
  if (!mayTakeUp.ok) return <Refused reason={mayTakeUp.reason}>受け付ける</Refused>
  return (
    <VerbForm form={takeUpForm} action={paths.takeUp(id)}>
      <p>受け付けると、検討を始めたことが提案者に伝わります。回答はあとからでかまいません。</p>
      <Button>受け付ける</Button>
    </VerbForm>
  )
}

function Writing(record: RecordPageProps) {
  const { id, mayWrite, writtenBy } = record
  const awaited = record.view.consultations.filter(({ answeredAt }) => answeredAt === null)
  if (record.view.answeredAt) return null
  if (!mayWrite.ok) return <Refused reason={mayWrite.reason}>検討記録を書く</Refused>
  return (
    <section className="flow" aria-labelledby="writing">
      <h2 id="writing">課の考えを書く</h2>
      {writtenBy && (
        <p className="secondary">
          下書きがあります（{writtenBy.name}、{wareki(dayOf(writtenBy.at))}
          {timeOf(writtenBy.at)}）。課の人はだれでも続きを書けます。
        </p>
      )}
      {awaited.length > 0 && (
        <p>
          {awaited.map(({ departmentName }) => departmentName).join('、')}
          の合議の回答を待っています。課が回答すると、合議も終わります。
        </p>
      )}
      {record.mayAnswer.ok && (
        <p className="flex flex-wrap gap-x-6">
          <a href={paths.extension(id)} className="nav-link">
            期限を延ばす
          </a>
          <a href={paths.reassignment(id)} className="nav-link">
            所管替えをする
          </a>
          <a href={paths.consult(id)} className="nav-link">
            ほかの課に合議を求める
          </a>
        </p>
      )}
      <ConsiderationForm
        {...record}
        hrefs={{
          answer: paths.answer(id),
          draft: paths.consideration(id),
          autosave: paths.considerationDraft(id),
          template: paths.draftFromTemplate(id),
          templates: paths.templates(),
        }}
      />
    </section>
  )
}
