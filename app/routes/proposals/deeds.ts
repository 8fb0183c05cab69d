import type { Actor } from '#app/domain/organisation/actor'
import { isOver } from '#app/domain/proposals/lifecycle'
import {
  isLeadAuthor,
  mayDiscard,
  mayLeave,
  mayReceive,
  mayResubmit,
  mayRevealAuthors,
  mayRevise,
  maySubmit,
  mayUndoMerger,
  mayWithdraw,
} from '#app/domain/proposals/policy'
import { isAuthor, type ProposalFacts } from '#app/domain/proposals/proposal'
import type { Verdict } from '#app/domain/verdict'
import type { Deed } from '#app/ui/proposals/deeds'
import { paths } from '#app/web/paths'

/** What authors and the secretariat may do now; a refusal is listed only where the reader could expect the act. */
export function ownDeeds(actor: Actor, facts: ProposalFacts): Deed[] {
  return [...ofIntake(actor, facts), ...ofAuthors(actor, facts)]
}

function ofAuthors(actor: Actor, facts: ProposalFacts): Deed[] {
  if (!isAuthor(actor, facts)) return []
  const { id } = facts
  const leads = isLeadAuthor(actor, facts)
  const running = facts.submitted && !isOver(facts.stage)
  return [
    ...when(mayRevise(actor, facts), { label: '内容を直す', href: paths.proposalEdit(id), isMain: true }),
    ...when(maySubmit(actor, facts), { label: '確かめて提出する', href: paths.proposalCheck(id) }),
    ...when(mayDiscard(actor, facts), { label: '下書きを破棄する', href: paths.proposalDiscard(id) }),
    ...(leads && running
      ? [{ label: '取り下げる', href: paths.proposalWithdrawal(id), verdict: mayWithdraw(actor, facts) }]
      : []),
    ...(!leads && !isOver(facts.stage)
      ? [{ label: 'メンバーから外れる', href: paths.proposalLeave(id), verdict: mayLeave(actor, facts) }]
      : []),
    ...when(mayResubmit(actor, facts), { label: '再提案する', href: paths.proposalResubmission(id) }),
  ]
}

function ofIntake(actor: Actor, facts: ProposalFacts): Deed[] {
  const { id } = facts
  const received = mayReceive(actor, facts, 'acceptForReview')
  return [
    ...when(received, { label: '受け付ける', href: paths.acceptance(id), isMain: true }),
    ...when(received, { label: '差し戻す', href: paths.proposalReturn(id) }),
    ...when(received, { label: '情報として課に伝える', href: paths.information(id) }),
    ...when(mayReceive(actor, facts, 'mergeInto'), { label: 'ほかの提案に統合する', href: paths.merger(id) }),
    ...when(received, { label: '不受理とする', href: paths.refusal(id) }),
    ...when(mayUndoMerger(actor, facts), { label: '統合を取り消す', href: paths.mergerUndo(id) }),
    ...when(mayRevealAuthors(actor, facts), { label: '提案者の氏名を確かめる', href: paths.reveal(id) }),
  ]
}

function when(verdict: Verdict, deed: Omit<Deed, 'verdict'>): Deed[] {
  return verdict.ok ? [{ ...deed, verdict }] : []
}
