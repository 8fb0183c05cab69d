import { type Day, wareki } from '#app/domain/calendar'
import { bodyNames } from '#app/domain/organisation/seat'
import type { Decision } from '#app/domain/proposals/decision'
import { ReasonBox } from '#app/ui/reason-box'
import { PlainText } from '#app/ui/text'
import { decisionLabels } from '#app/ui/words'

interface PracticeStoryProps {
  practice: {
    before: string
    change: string
    calculationBasis: string
    headComment: string
    confirmedBy: string | null
  }
}

/** A report as a story: before, change, and what the head says to it. */
export function PracticeStory({ practice }: PracticeStoryProps) {
  return (
    <>
      <Part heading="前はどうだったか" text={practice.before} />
      <Part heading="変えたこと" text={practice.change} />
      <Part heading="計算の根拠" text={practice.calculationBasis} />
      {practice.headComment && (
        <section className="card flow">
          <h2>ひとこと</h2>
          <PlainText text={practice.headComment} />
          <p className="secondary">{practice.confirmedBy}</p>
        </section>
      )}
    </>
  )
}

interface ProposalStoryProps {
  proposal: {
    currentSituation: string
    proposal: string
    expectedEffect: string
    actualEffect: string | null
    verification: string | null
    completedAt: string | null
    plannedOn: Day | null
    decision: Decision
    body: 'improvementCommittee' | 'policyCouncil' | 'department'
    part: string
    reason: string
    heldOn: Day
  }
}

/** An adopted proposal: what was proposed and decided, and what came of it. */
export function ProposalStory({ proposal }: ProposalStoryProps) {
  const { completedAt, actualEffect, verification, plannedOn, part } = proposal
  return (
    <>
      <Part heading="前はどうだったか" text={proposal.currentSituation} />
      <Part heading="変えること" text={proposal.proposal} />
      {completedAt ? (
        <>
          <Part heading="実際の効果" text={actualEffect ?? ''} />
          <Part heading="効果の確認" text={verification ?? ''} />
        </>
      ) : (
        <Part heading="期待する効果" text={proposal.expectedEffect} />
      )}
      <ReasonBox
        decision={
          part ? `${decisionLabels[proposal.decision]}（${part}）` : decisionLabels[proposal.decision]
        }
        reason={proposal.reason}
        by={proposal.body === 'department' ? '担当課の決定' : bodyNames[proposal.body]}
        on={proposal.heldOn}
        next={!completedAt && plannedOn && <p>{wareki(plannedOn)}までに実施する予定です。</p>}
      />
    </>
  )
}

function Part({ heading, text }: { heading: string; text: string }) {
  if (text === '') return null
  return (
    <section className="flow">
      <h2>{heading}</h2>
      <PlainText text={text} />
    </section>
  )
}
