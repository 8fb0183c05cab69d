import type { Db } from './context'
import { lifecycle } from './proposals/lifecycle'
import {
  adoptions,
  type Branch,
  branch,
  type Duties,
  fromProposals,
  ofProposal,
} from './worklist-branch.server'

export function submissions(db: Db): Branch {
  const query = fromProposals(db)
    .where('proposals.stage', 'in', lifecycle.acceptForReview.from)
    .orderBy('proposals.stageSince')
  return branch(db, 'receive', query, {
    ...ofProposal,
    since: 'proposals.submittedAt',
    dueOn: 'proposals.receiveDueOn',
  })
}

export function overdueConsiderations(db: Db, { today }: Duties): Branch {
  const query = fromProposals(db)
    .innerJoin('considerations', 'considerations.proposalId', 'proposals.id')
    .where('considerations.answeredAt', 'is', null)
    .where('considerations.dueOn', '<', today)
    .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
    .orderBy('considerations.dueOn')
  return branch(db, 'chase', query, {
    ...ofProposal,
    since: 'considerations.askedAt',
    dueOn: 'considerations.dueOn',
  })
}

/** What awaits the committee, with what came back from being held. */
export function deliberations(db: Db, duties: Duties): Branch {
  const query = ofOthers(db, duties)
    .where('proposals.stage', 'in', [lifecycle.closeConsideration.to, lifecycle.putOnAgenda.to])
    .orderBy('proposals.stageSince')
  return branch(db, 'deliberate', query, { ...ofProposal, since: 'proposals.stageSince' })
}

export function councilMatters(db: Db, duties: Duties): Branch {
  const query = ofOthers(db, duties)
    .innerJoin('referrals', 'referrals.proposalId', 'proposals.id')
    .where('proposals.stage', 'in', lifecycle.returnFromCouncil.from)
    .where('referrals.closedAt', 'is', null)
    .orderBy('referrals.referredAt')
  return branch(db, 'recordCouncil', query, { ...ofProposal, since: 'referrals.referredAt' })
}

export function noticesToSend(db: Db): Branch {
  const query = fromProposals(db)
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'proposals.fiscalYear')
    .where('proposals.stage', 'in', lifecycle.notify.from)
    .orderBy('proposals.stageSince')
  return branch(db, 'notify', query, {
    ...ofProposal,
    since: 'proposals.stageSince',
    withinDays: 'fiscalYears.noticeWithinDays',
  })
}

/** Notified without anything to carry out. */
export function noticesToClose(db: Db): Branch {
  const query = fromProposals(db)
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .where('proposals.stage', 'in', lifecycle.close.from)
    .where('decisions.decision', 'not in', adoptions)
    .orderBy('proposals.stageSince')
  return branch(db, 'close', query, { ...ofProposal, since: 'proposals.notifiedAt' })
}

/** Nobody takes part in what is one's own 「除斥」. */
function ofOthers(db: Db, { personId }: Duties) {
  return fromProposals(db).where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('authorships')
          .select('authorships.proposalId')
          .whereRef('authorships.proposalId', '=', 'proposals.id')
          .where('authorships.personId', '=', personId)
          .where('authorships.leftAt', 'is', null),
      ),
    ),
  )
}
