import { mayPrepare, mayResolve } from '#app/domain/committees/policy'
import type { SittingFacts } from '#app/domain/committees/sitting'
import { mayDeclareRecusal, mayScore, type Scorable } from '#app/domain/evaluation/policy'
import type { Actor } from '#app/domain/organisation/actor'
import { recusal } from '#app/domain/proposals/committee-policy'
import type { ProposalFacts } from '#app/domain/proposals/proposal'
import type { AgendaLine } from '#app/domain/proposals/sitting-lines.server'
import { all, no, yes } from '#app/domain/verdict'
import type { Deed } from '#app/ui/proposals/deeds'
import { paths } from '#app/web/paths'

/** What this reader may do about an item: members score and keep out, whoever records writes down the result. */
export function itemDeeds(
  actor: Actor,
  sitting: SittingFacts,
  line: AgendaLine,
  facts: ProposalFacts,
): Deed[] {
  if (line.outcome !== null || line.isGone) return []
  const { scoresOpenedAt, ownGrounds } = line
  const scorable = { ...sitting, scoresOpenedAt, ownGrounds, resolvedAt: null }
  return [...recordingDeeds(actor, sitting, line, facts), ...ownDeeds(actor, scorable, line.id)]
}

function ownDeeds(actor: Actor, scorable: Scorable, id: number): Deed[] {
  const deeds: Deed[] = [
    { label: '採点する', href: paths.score(id), verdict: mayScore(actor, scorable, scorable) },
    { label: '除斥を申し出る', href: paths.recusal(id), verdict: mayDeclareRecusal(actor, scorable) },
  ]
  return deeds.filter(({ verdict }) => verdict.ok)
}

function recordingDeeds(actor: Actor, sitting: SittingFacts, line: AgendaLine, facts: ProposalFacts): Deed[] {
  if (!mayPrepare(actor, sitting.body).ok) return []
  const reason = recusal(actor, facts)
  const verdict = all(mayResolve(actor, sitting), reason === null ? yes : no(reason))
  if (sitting.body === 'policyCouncil') {
    return [
      { label: '政策会議の結果を記録する', href: paths.itemOutcome(line.id), verdict, isMain: true },
      { label: '次回へ回す', href: postponing(sitting.id, line.id), verdict: yes },
    ]
  }
  return [
    { label: '判定を記録する', href: paths.itemDecision(line.id), verdict, isMain: true },
    { label: '政策会議に付議する', href: paths.referral(line.proposalId), verdict },
    { label: '育てる（継続検討）', href: paths.hold(line.proposalId), verdict },
    { label: '主管課に照会する', href: paths.question(line.proposalId), verdict: yes },
    { label: '次回へ回す', href: postponing(sitting.id, line.id), verdict: yes },
  ]
}

function postponing(sittingId: number, id: number): string {
  return `${paths.postponement(sittingId)}?chosen=${id}`
}
