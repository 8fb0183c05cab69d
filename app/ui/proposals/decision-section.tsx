import { dayOf, wareki } from '#app/domain/calendar'
import type { DecisionView, HoldView, ReferralView } from '#app/domain/proposals/committee-view'
import { bodyNames } from '#app/domain/organisation/seat'
import { HoldBox } from '#app/ui/proposals/hold-box'
import { ReasonBox } from '#app/ui/reason-box'
import { type SummaryRow, SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { decisionLabels, directiveLabels } from '#app/ui/words'

interface DecisionSectionProps {
  decision: DecisionView | null
  hold: HoldView | null
  /** Empty for whoever does not prepare decisions. */
  referrals: readonly ReferralView[]
  projectHrefOf: (projectId: number) => string
}

/** What was decided and why, or until when it is being nurtured, and what went before 政策会議. */
export function DecisionSection({ decision, hold, referrals, projectHrefOf }: DecisionSectionProps) {
  return (
    <>
      {hold && <HoldBox hold={hold} />}
      {decision && <DecisionBox decision={decision} projectHrefOf={projectHrefOf} />}
      <Referrals referrals={referrals} />
    </>
  )
}

function DecisionBox({
  decision,
  projectHrefOf,
}: {
  decision: DecisionView
  projectHrefOf: (projectId: number) => string
}) {
  const rows = decisionRows(decision, projectHrefOf)
  return (
    <ReasonBox
      heading={
        decision.notifiedAt
          ? '決まったこと'
          : '決まったこと（結果通知の前です。委員と事務局だけに見えています）'
      }
      decision={decisionLabels[decision.decision]}
      reason={decision.reason}
      by={decision.body === 'department' ? '担当課の決定' : bodyNames[decision.body]}
      on={decision.heldOn}
      next={rows.length > 0 && <SummaryList rows={rows} />}
    />
  )
}

/** What follows from a decision, without what is empty. */
export function decisionRows(
  decision: DecisionView,
  projectHrefOf: (projectId: number) => string,
): SummaryRow[] {
  const { project, part, reference, possibleWhen, comment } = decision
  const rows: SummaryRow[] = [
    { label: '採用する部分', value: part && <PlainText text={part} /> },
    { label: '担当課への指示', value: directiveLabels[decision.directive] },
    { label: '実施担当課', value: decision.implementingDepartmentName },
    { label: '担当', value: decision.owner },
    { label: '実施予定日', value: decision.plannedOn && wareki(decision.plannedOn) },
    { label: '対象の事務事業', value: project && <a href={projectHrefOf(project.id)}>{project.name}</a> },
    { label: '見送りの理由の区分', value: decision.reasonLabel },
    { label: 'こうなれば再提案できます', value: possibleWhen && <PlainText text={possibleWhen} /> },
    { label: '既に実施・計画している内容', value: reference && <PlainText text={reference} /> },
    { label: '事務局から', value: comment && <PlainText text={comment} /> },
    { label: '結果通知', value: decision.notifiedAt && wareki(dayOf(decision.notifiedAt)) },
  ]
  return rows.filter(({ value }) => value !== null && value !== '')
}

/** What went before 政策会議, and what it said. */
export function Referrals({ referrals }: { referrals: readonly ReferralView[] }) {
  if (referrals.length === 0) return null
  return (
    <section className="flow" aria-labelledby="referrals">
      <h2 id="referrals">政策会議</h2>
      {referrals.map((referral) => (
        <Referral key={`${referral.heldOn} ${referral.subject}`} referral={referral} />
      ))}
    </section>
  )
}

function Referral({ referral }: { referral: ReferralView }) {
  const { summary, requestedDecision, outcome, outcomeOn } = referral
  const rows: SummaryRow[] = [
    { label: '種類', value: referral.kind === 'motion' ? '発議' : '報告' },
    { label: '会議の日', value: wareki(referral.heldOn) },
    { label: '概要', value: <PlainText text={summary} /> },
    { label: '求める決定', value: requestedDecision && <PlainText text={requestedDecision} /> },
    { label: '会議の結果', value: outcome && <PlainText text={outcome} /> },
    { label: '結果の日', value: outcomeOn && wareki(outcomeOn) },
  ]
  return (
    <article className="card flow">
      <h3>{referral.subject}</h3>
      <SummaryList rows={rows.filter(({ value }) => value !== null && value !== '')} />
    </article>
  )
}
