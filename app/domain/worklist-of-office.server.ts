import { sql } from 'kysely'
import type { Db } from './context'
import { isOfBureau, isOrBecame } from './organisation/heirs.server'
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

/**
 * The ladder: what is overdue in the sections of a 次長's bureau, one line for each section with how many. Of the
 * proposals nothing is told: a 次長 who was not asked does not read them, and one on the committee keeps out of them.
 */
export function overdueInBureau(db: Db, { deputyOf, headed, today }: Duties): Branch {
  const query = db
    .selectFrom('considerations')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .where('considerations.answeredAt', 'is', null)
    .where('considerations.dueOn', '<', today)
    .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
    .where(isOfBureau('considerations.departmentId', deputyOf, today))
    .where(({ not }) => not(isOrBecame('considerations.departmentId', headed, today)))
    .groupBy(['departments.id', 'departments.name'])
    .orderBy(sql`min("considerations"."dueOn")`)
  return branch(db, 'urge', query, {
    ...{ id: 'departments.id', since: sql`min("considerations"."askedAt")` },
    title: sql`"departments"."name" || '（' || cast(count(*) as text) || '件）'`,
    dueOn: sql`min("considerations"."dueOn")`,
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
