import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { PrintFrame } from '#app/ui/print-frame'
import { ConsiderationsSection } from '#app/ui/proposals/considerations-section'
import { DecisionSection } from '#app/ui/proposals/decision-section'
import { Endings } from '#app/ui/proposals/endings'
import { authorWords } from '#app/ui/proposals/head'
import { ImplementationSection } from '#app/ui/proposals/implementation-section'
import { ProposalTextSections } from '#app/ui/proposals/proposal-text'
import { TalksSection } from '#app/ui/proposals/talks-section'
import { Timeline } from '#app/ui/timeline'
import { proposalState } from '#app/ui/words'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { Attached } from '../attachments/attached'
import { readProposal } from './reading.server'

export const loader = page(readProposal)

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(`印刷用：${data?.receiptNumber ?? ''} ${data?.text.title ?? ''}`)

/** One or two sheets of A4, with what this reader may read. */
export default function PrintedProposal() {
  const proposal = useLoaderData<typeof loader>()
  const { text, today } = proposal
  const head = [
    { label: '受付番号', value: proposal.receiptNumber },
    { label: '提案者', value: [text.groupName, authorWords(proposal.authors)].filter(Boolean).join('　') },
    { label: '提出した日', value: proposal.submittedOn && wareki(proposal.submittedOn) },
    { label: '主管課', value: proposal.leadDepartmentName },
    { label: '今の段階', value: proposalState(proposal.stage, proposal.decided).label },
    { label: '次にすること', value: proposal.next.sentence },
    { label: '印刷した日', value: wareki(today) },
  ]
  return (
    <PrintFrame
      title={text.title || '名前のない下書き'}
      head={head.filter(({ value }) => value)}
      backHref={paths.proposal(proposal.id)}
    >
      <Endings {...proposal} />
      <ProposalTextSections text={text} names={proposal.names} />
      <Attached attachments={proposal.attachments} />
      <ConsiderationsSection considerations={proposal.considerations} today={today} />
      <TalksSection talks={proposal.talks} />
      <DecisionSection
        decision={proposal.decision}
        hold={proposal.hold}
        referrals={proposal.referrals}
        projectHrefOf={(id) => paths.project(id)}
      />
      <ImplementationSection
        implementation={proposal.implementation}
        today={today}
        projectHrefOf={(id) => paths.project(id)}
      />
      <section className="flow">
        <h2>これまでの経過（新しい順）</h2>
        <Timeline entries={proposal.history} />
      </section>
    </PrintFrame>
  )
}
