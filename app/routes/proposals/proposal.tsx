import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/ui/page'
import { ConsiderationsSection } from '#app/ui/proposals/considerations-section'
import { DecisionSection } from '#app/ui/proposals/decision-section'
import { Deeds } from '#app/ui/proposals/deeds'
import { EarlierBeside } from '#app/ui/proposals/earlier'
import { Endings } from '#app/ui/proposals/endings'
import { HeadMeta, StateChip } from '#app/ui/proposals/head'
import { ImplementationSection } from '#app/ui/proposals/implementation-section'
import { ProposalTextSections } from '#app/ui/proposals/proposal-text'
import { Progress } from '#app/ui/proposals/progress'
import { RelatedProposals } from '#app/ui/proposals/related'
import { TalksSection } from '#app/ui/proposals/talks-section'
import { Timeline } from '#app/ui/timeline'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { Attached } from '../attachments/attached'
import { readProposal } from './reading.server'

export const loader = page(readProposal)

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  titled(data ? `${data.receiptNumber ?? '提案'} ${data.text.title || namelessDraft}` : '提案')

const namelessDraft = '名前のない下書き'

/** One page for everybody, like following a parcel; who can act finds the act here as well. */
export default function ProposalPage() {
  const proposal = useLoaderData<typeof loader>()
  const { text, today } = proposal
  return (
    <Page
      title={text.title || namelessDraft}
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.proposals(), label: '提案' },
        { label: proposal.receiptNumber ?? text.title },
      ]}
      badge={<StateChip stage={proposal.stage} decision={proposal.decided} />}
      meta={
        <>
          <HeadMeta {...proposal} groupName={text.groupName} />
          <a href={paths.proposalPrint(proposal.id)} className="nav-link no-print">
            印刷用
          </a>
          <a href={paths.support(proposal.id)} className="nav-link no-print">
            賛同・追記
          </a>
          <a href={paths.proposalSimilar(proposal.id)} className="nav-link no-print">
            似ている提案・事例
          </a>
          {proposal.decision?.notifiedAt && (
            <a href={paths.notice(proposal.id)} className="nav-link no-print">
              結果通知を印刷する
            </a>
          )}
        </>
      }
    >
      <Progress stage={proposal.stage} next={proposal.next} today={today} />
      <Endings {...proposal} />
      <Deeds deeds={proposal.deeds} />
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
      <ProposalTextSections text={text} names={proposal.names} />
      <Attached attachments={proposal.attachments} />
      <EarlierBeside earlier={proposal.earlier} now={text} />
      <ConsiderationsSection considerations={proposal.considerations} today={today} />
      <TalksSection talks={proposal.talks} />
      <section className="flow" aria-labelledby="history">
        <h2 id="history">これまでの経過（新しい順）</h2>
        <Timeline entries={proposal.history} />
      </section>
      <RelatedProposals {...proposal} />
    </Page>
  )
}
