import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { dayOf, wareki } from '#app/domain/calendar'
import { NotFound } from '#app/domain/errors'
import { findProposalPage } from '#app/domain/proposals/lookup.server'
import { PrintFrame } from '#app/ui/print-frame'
import { DecisionSection } from '#app/ui/proposals/decision-section'
import { authorWords } from '#app/ui/proposals/head'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'

/** 結果通知書, once the notice is out; the name only where this reader may know it. */
export const loader = page(async ({ actor, db, params }) => {
  const { facts, decision, text, receiptNumber, submittedOn, knowsAuthors, next, related } =
    await findProposalPage(db, actor, idParam(params, 'id'))
  if (!facts.notified || decision === null) throw new NotFound()
  return {
    id: facts.id,
    decision,
    title: text.title,
    receiptNumber,
    submittedOn,
    next,
    authors: knowsAuthors
      ? related('author').map(({ name, detail }) => ({ name, department: detail }))
      : null,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`結果通知：${data?.receiptNumber ?? ''} ${data?.title ?? ''}`)

export default function PrintedNotice() {
  const notice = useLoaderData<typeof loader>()
  const { decision, receiptNumber, submittedOn, next } = notice
  return (
    <PrintFrame
      title="職員提案の結果について（通知）"
      backHref={paths.proposal(notice.id)}
      head={[
        { label: '受付番号', value: receiptNumber },
        { label: '提案の名前', value: notice.title },
        { label: '提案者', value: authorWords(notice.authors) },
        { label: '提出した日', value: submittedOn && wareki(submittedOn) },
        { label: '通知した日', value: decision.notifiedAt && wareki(dayOf(decision.notifiedAt)) },
      ]}
    >
      <DecisionSection
        decision={decision}
        hold={null}
        referrals={[]}
        projectHrefOf={(id) => paths.project(id)}
      />
      <section className="flow">
        <h2>これから</h2>
        <p>{next.sentence}</p>
      </section>
    </PrintFrame>
  )
}
