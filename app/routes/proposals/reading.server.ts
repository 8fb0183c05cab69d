import { listHistorySeenBy } from '#app/domain/events/history.server'
import { isSecretariat } from '#app/domain/organisation/actor'
import { listReferralsSeenBy } from '#app/domain/proposals/committee-lookup.server'
import { listConsiderationsSeenBy } from '#app/domain/proposals/consideration-lookup.server'
import type { Decision, ImplementationStatus, Stance } from '#app/domain/proposals/decision'
import { findLastHold } from '#app/domain/proposals/hold-notes.server'
import { findImplementationPage } from '#app/domain/proposals/implementation-lookup.server'
import { isEditable } from '#app/domain/proposals/lifecycle'
import { findProposalPage, type ProposalPage } from '#app/domain/proposals/lookup.server'
import { isAuthor, knowsDecisions } from '#app/domain/proposals/proposal'
import type { Related } from '#app/domain/proposals/related.server'
import { findEarlierSeenBy } from '#app/domain/proposals/related-links.server'
import { listTalksSeenBy } from '#app/domain/proposals/three-party.server'
import { decisionLabels, stanceLabels, statusLabels } from '#app/ui/words'
import type { PageArgs } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { ownDeeds } from './deeds'
import { reviewDeeds } from './review-deeds'

type Reading = Pick<PageArgs, 'actor' | 'db' | 'today' | 'params'>

/** A proposal as this reader may read it, on the screen and on paper: what is not asked for is not there to leak. */
export async function readProposal({ actor, db, today, params }: Reading) {
  const proposal = await findProposalPage(db, actor, idParam(params, 'id'))
  const { facts, related } = proposal
  const isPublished = facts.notified || knowsDecisions(actor)
  const considerations = await listConsiderationsSeenBy(db, actor, facts)
  const implementation = await findImplementationPage(db, facts, actor.today)
  const review = {
    considerations,
    decision: proposal.decision?.decision ?? null,
    implementation: implementation?.facts ?? null,
  }
  return {
    today,
    ...shownOf(proposal),
    earlier: related('previous').length > 0 ? await findEarlierSeenBy(db, actor, facts.id) : null,
    attachments: proposal.attachments,
    considerations,
    talks: await listTalksSeenBy(db, actor, facts),
    decision: proposal.decision,
    hold: facts.wasHeld ? await findLastHold(db, facts.id) : null,
    referrals: facts.referred ? await listReferralsSeenBy(db, actor, facts.id) : [],
    implementation: implementation?.view ?? null,
    history: await listHistorySeenBy(
      db,
      { proposalId: facts.id },
      {
        isAuthor: isAuthor(actor, facts),
        isSecretariat: isSecretariat(actor),
        knowsAuthors: proposal.knowsAuthors,
        knowsDecisions: isPublished,
      },
      wordsFor(related('department')),
    ),
    deeds: [...reviewDeeds(actor, facts, review), ...ownDeeds(actor, facts)],
  }
}

function shownOf({ facts, related, ...proposal }: ProposalPage) {
  const links = (kind: 'previous' | 'next' | 'mergedInto' | 'mergedFrom') =>
    related(kind).map(({ id, name, detail }) => ({
      href: paths.proposal(id),
      title: name,
      receiptNumber: detail,
    }))
  const lines = (kind: 'author' | 'credited') =>
    related(kind).map(({ name, detail }) => ({ name, department: detail }))
  return {
    id: facts.id,
    stage: proposal.stage,
    decided: proposal.decision?.decision ?? null,
    next: proposal.next,
    text: proposal.text,
    receiptNumber: proposal.receiptNumber,
    submittedOn: proposal.submittedOn,
    acceptedOn: proposal.acceptedOn,
    leadDepartmentName: proposal.leadDepartmentName,
    authors: proposal.knowsAuthors ? lines('author') : null,
    credited: lines('credited'),
    names: {
      projects: related('project').map(({ id, name, detail }) => ({
        ...{ id, name, department: detail },
        href: paths.project(id),
      })),
      targets: related('target').map(({ name }) => name),
    },
    previous: links('previous'),
    later: links('next'),
    mergedInto: links('mergedInto'),
    mergedFrom: links('mergedFrom'),
    returned: isEditable(facts.stage) ? (related('returned').at(-1)?.name ?? null) : null,
    refused: related('refused')[0] ?? null,
    withdrawn: related('withdrawn').at(-1)?.name ?? null,
    mergerReason: related('merged')[0]?.name ?? null,
  }
}

function wordsFor(departments: readonly Related[]) {
  return {
    stance: (code: string) => stanceLabels[code as Stance] ?? code,
    decision: (code: string) => decisionLabels[code as Decision] ?? code,
    status: (code: string) => statusLabels[code as ImplementationStatus] ?? code,
    department: (id: number) => departments.find((department) => department.id === id)?.name ?? '担当課',
  }
}
