import { sql } from 'kysely'
import type { Db } from './context'
import type { Actor } from './organisation/actor'
import { isOrBecame } from './proposals/heirs.server'
import { lifecycle } from './proposals/lifecycle'
import {
  adoptions,
  type Branch,
  branch,
  fromProposals,
  ofPractice,
  ofProposal,
} from './worklist-branch.server'

/** Heads of the departments asked: 「未開封」 differs from 「検討中」. */
export function unansweredConsiderations(db: Db, headed: readonly number[]): Branch[] {
  const open = fromProposals(db)
    .innerJoin('considerations', 'considerations.proposalId', 'proposals.id')
    .where('considerations.answeredAt', 'is', null)
    .where(isOrBecame('considerations.departmentId', headed))
    .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
    .orderBy('considerations.dueOn')
  const columns = { id: 'considerations.id', since: 'considerations.askedAt', dueOn: 'considerations.dueOn' }
  return [
    branch(db, 'takeUp', open.where('considerations.takenUpAt', 'is', null), { ...ofProposal, ...columns }),
    branch(db, 'answer', open.where('considerations.takenUpAt', 'is not', null), {
      ...ofProposal,
      ...columns,
    }),
  ]
}

export function acceptedToStart(db: Db, headed: readonly number[]): Branch {
  const query = fromProposals(db)
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .where('proposals.stage', 'in', lifecycle.startImplementation.from)
    .where('decisions.decision', 'in', adoptions)
    .where(isOrBecame('decisions.implementingDepartmentId', headed))
    .orderBy('decisions.plannedOn', (order) => order.asc().nullsLast())
  return branch(db, 'startImplementation', query, {
    ...ofProposal,
    since: 'proposals.notifiedAt',
    dueOn: 'decisions.plannedOn',
  })
}

export function progressToReport(db: Db, headed: readonly number[]): Branch {
  const dueOn = sql`coalesce("implementations"."nextReportOn", "implementations"."plannedOn")`
  const query = fromProposals(db)
    .innerJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .where(isOrBecame('implementations.departmentId', headed))
    .where('proposals.stage', 'in', lifecycle.completeImplementation.from)
    .orderBy(dueOn, (order) => order.asc().nullsLast())
  return branch(db, 'reportImplementation', query, {
    ...ofProposal,
    since: 'implementations.startedAt',
    dueOn,
  })
}

/** By another person than the one who reported the completion. */
export function toVerify(db: Db, actor: Actor, headed: readonly number[]): Branch {
  const query = fromProposals(db)
    .innerJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .where(isOrBecame('implementations.departmentId', headed))
    .where('implementations.completedById', '<>', actor.personId)
    .where('proposals.stage', 'in', lifecycle.verifyEffect.from)
    .orderBy('implementations.completedAt')
  return branch(db, 'verify', query, { ...ofProposal, since: 'implementations.completedAt' })
}

/** Of the departments that the person heads; `null` stands for reports that the secretariat confirms. */
export function reportsToConfirm(db: Db, actor: Actor, headed: readonly number[] | null): Branch {
  const query = db
    .selectFrom('practices')
    .innerJoin('departments as origin', 'origin.id', 'practices.departmentId')
    .where('practices.stage', '=', 'reported')
    .where('practices.reporterId', '<>', actor.personId)
    .where((eb) =>
      headed === null
        ? eb('practices.confirmingDepartmentId', 'is', null)
        : eb('practices.confirmingDepartmentId', 'in', headed),
    )
    .orderBy('practices.confirmDueOn')
  return branch(db, 'confirmPractice', query, {
    ...ofPractice,
    from: 'origin.name',
    since: 'practices.reportedAt',
    dueOn: 'practices.confirmDueOn',
  })
}
