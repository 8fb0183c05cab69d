import { type Actor, isSecretariat, recordsFor } from '#app/domain/organisation/actor'
import {
  decidingBody,
  isBeforeBody,
  mayAskAgain,
  mayClose,
  mayPutOnAgenda,
} from '#app/domain/proposals/committee-policy'
import type { ConsiderationView } from '#app/domain/proposals/consideration-view'
import type { Decision } from '#app/domain/proposals/decision'
import { mayWriteHoldNote } from '#app/domain/proposals/hold-policy'
import {
  type ImplementationFacts,
  mayAbandon,
  mayComplete,
  mayReport,
  mayRevert,
  mayStart,
  mayVerify,
} from '#app/domain/proposals/implementation-policy'
import { mayFollow } from '#app/domain/proposals/lifecycle'
import { isAuthor, type ProposalFacts } from '#app/domain/proposals/proposal'
import { isUnderReview, mayAskProposer } from '#app/domain/proposals/question-policy'
import { mayRecordTalk } from '#app/domain/proposals/three-party'
import { type Verdict, yes } from '#app/domain/verdict'
import type { Deed } from '#app/ui/proposals/deeds'
import { paths } from '#app/web/paths'

interface Review {
  considerations: readonly ConsiderationView[]
  /** Null for whoever may not know it yet. */
  decision: Decision | null
  /** Null before the notice and where nothing was adopted. */
  implementation: ImplementationFacts | null
}

/** What this reader may do from the consideration on; of the committee's verbs also why not, to those who record them. */
export function reviewDeeds(actor: Actor, facts: ProposalFacts, review: Review): Deed[] {
  const { id } = facts
  return [
    ...considerationDeeds(facts, review.considerations),
    ...committeeDeeds(actor, facts),
    ...allowed([
      {
        label: '進み具合を書く',
        href: paths.holdNote,
        verdict: mayWriteHoldNote(actor, facts),
        isMain: true,
      },
    ]),
    ...dialogueDeeds(actor, facts),
    ...allowed([
      { label: '三者協議を記録する', href: paths.threeParty, verdict: mayRecordTalk(actor, facts) },
    ]),
    ...noticeDeeds(actor, facts, review.decision),
    ...(review.implementation ? implementationDeeds(actor, facts, review.implementation) : []),
  ].map((deed) => ({ ...deed, href: deed.href(id) }))
}

interface Draft extends Omit<Deed, 'href'> {
  href: (id: number) => string
}

function considerationDeeds(facts: ProposalFacts, considerations: readonly ConsiderationView[]): Draft[] {
  if (!mayFollow('closeConsideration', facts.stage)) return []
  return considerations
    .filter(({ isOurs, answeredAt }) => isOurs && answeredAt === null)
    .map(({ id, takenUpAt, departmentName }) => ({
      label: `${takenUpAt ? '検討記録を入力する' : '受け付けて検討する'}（${departmentName}）`,
      href: () => paths.consideration(id),
      verdict: yes,
      isMain: true,
    }))
}

/** What is decided is written down where the meeting deals with it. */
function committeeDeeds(actor: Actor, facts: ProposalFacts): Draft[] {
  const body = decidingBody(facts)
  if (!isBeforeBody(facts) || !recordsFor(actor, body)) return []
  const { openItemId } = facts
  return [
    openItemId === null
      ? {
          ...{ label: '会議の議題に入れる', href: paths.proposalAgenda, isMain: true },
          verdict: mayPutOnAgenda(actor, facts),
        }
      : { label: '議題を開く', href: () => paths.agendaItem(openItemId), verdict: yes, isMain: true },
    ...(body === 'improvementCommittee'
      ? [{ label: '担当課にもう一度聞く', href: paths.question, verdict: mayAskAgain(actor, facts) }]
      : []),
  ]
}

/** 匿名Q&A, for both sides. */
function dialogueDeeds(actor: Actor, facts: ProposalFacts): Draft[] {
  const takesPart = mayAskProposer(actor, facts).ok || isAuthor(actor, facts)
  return takesPart && isUnderReview(facts.stage)
    ? [
        {
          label: isAuthor(actor, facts) ? '質問を確かめる' : '提案者に質問する',
          href: paths.dialogue,
          verdict: yes,
        },
      ]
    : []
}

function noticeDeeds(actor: Actor, facts: ProposalFacts, decision: Decision | null): Draft[] {
  if (!isSecretariat(actor)) return []
  return [
    ...(mayFollow('notify', facts.stage)
      ? [{ label: '結果を通知する', href: () => paths.notices(), verdict: yes, isMain: true }]
      : []),
    ...allowed([{ label: '手続きを終える', href: paths.closure, verdict: mayClose(actor, facts, decision) }]),
  ]
}

function implementationDeeds(
  actor: Actor,
  proposal: ProposalFacts,
  implementation: ImplementationFacts,
): Draft[] {
  const may = (ask: typeof mayStart): Verdict => ask(actor, proposal, implementation)
  return allowed([
    { label: '実施を始める', href: paths.implementationStart, verdict: may(mayStart), isMain: true },
    { label: '実施状況を報告する', href: paths.implementationReport, verdict: may(mayReport), isMain: true },
    { label: '実施の完了を報告する', href: paths.implementationCompletion, verdict: may(mayComplete) },
    { label: '効果を確認する', href: paths.verification, verdict: may(mayVerify), isMain: true },
    { label: '実施を見送る', href: paths.implementationAbandonment, verdict: may(mayAbandon) },
    {
      label: '元に戻したと報告する',
      href: paths.implementationReversal,
      verdict: mayRevert(actor, implementation),
    },
  ])
}

/** Without a part in it there is nothing to be told. */
function allowed(drafts: readonly Draft[]): Draft[] {
  return drafts.filter(({ verdict }) => verdict.ok)
}
