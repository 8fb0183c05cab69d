import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, wareki } from '#app/domain/calendar'
import { findRecordSeenBy } from '#app/domain/proposals/consideration-record.server'
import { PrintFrame } from '#app/ui/print-frame'
import { AnswerText } from '#app/ui/proposals/considerations-section'
import { Consultations } from '#app/ui/proposals/consultations'
import { SubjectRows } from '#app/ui/proposals/subject'
import { PlainText } from '#app/ui/text'
import { stanceLabels } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

export const loader = page(async ({ actor, db, params }) => {
  const { view, subject, draft } = await findRecordSeenBy(db, actor, idParam(params, 'id'))
  return { view, subject, draft: draft && draft.text }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`検討記録：${data?.subject.title ?? ''}`)

export default function ConsiderationPrint() {
  const { view, subject, draft } = useLoaderData<typeof loader>()
  const text = view.text ?? draft
  return (
    <PrintFrame
      title="検討記録"
      backHref={paths.consideration(view.id)}
      marking={view.answeredAt ? undefined : '回答前（下書き）'}
      head={[
        { label: '受付番号', value: subject.receiptNumber },
        { label: '提案の名前', value: subject.title },
        { label: '検討した課', value: view.departmentName + (view.isLead ? '（主管課）' : '') },
        { label: '照会', value: `${wareki(dayOf(view.askedAt))}（回答の期限 ${wareki(view.dueOn)}）` },
        {
          label: '回答',
          value:
            view.answeredAt && [wareki(dayOf(view.answeredAt)), view.answeredFor].filter(Boolean).join('　'),
        },
        { label: '検討結果', value: text?.stance && stanceLabels[text.stance] },
      ]}
    >
      {view.question && (
        <section className="flow">
          <h2>委員会からの質問</h2>
          <PlainText text={view.question} />
        </section>
      )}
      <section className="flow">
        <h2>課の考え</h2>
        {text ? <AnswerText text={text} reasonLabel={view.reasonLabel} /> : <p>まだ書かれていません。</p>}
      </section>
      {view.consultations.length > 0 && (
        <section className="flow">
          <h2>合議</h2>
          <Consultations consultations={view.consultations} isOver={view.answeredAt !== null} />
        </section>
      )}
      <section className="flow">
        <h2>提案の内容</h2>
        <SubjectRows subject={subject} />
      </section>
    </PrintFrame>
  )
}
