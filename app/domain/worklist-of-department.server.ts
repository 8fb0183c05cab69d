import { sql } from 'kysely'
import type { Db } from './context'
import { type Actor, headedDepartmentIds, isSecretariat } from './organisation/actor'
import { practiceLifecycle } from './practices/practice'
import { isOrBecame } from './proposals/heirs.server'
import { lifecycle } from './proposals/lifecycle'
import { type Branch, branch, fromProposals, ofPractice, ofProposal } from './worklist-branch.server'

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
  const query = carriedOutBy(db, headed)
    .where('proposals.stage', 'in', lifecycle.startImplementation.from)
    .orderBy('implementations.plannedOn', (order) => order.asc().nullsLast())
  return branch(db, 'startImplementation', query, {
    ...ofProposal,
    since: 'proposals.notifiedAt',
    dueOn: 'implementations.plannedOn',
  })
}

export function progressToReport(db: Db, headed: readonly number[]): Branch {
  const dueOn = sql`coalesce("implementations"."nextReportOn", "implementations"."plannedOn")`
  const query = carriedOutBy(db, headed)
    .where('proposals.stage', 'in', lifecycle.completeImplementation.from)
    .orderBy(dueOn, (order) => order.asc().nullsLast())
  return branch(db, 'reportImplementation', query, {
    ...ofProposal,
    since: 'implementations.startedAt',
    dueOn,
  })
}

/**
 * By another person than the one who reported the completion: the lead author, the head who answers for it, or the
 * secretariat, which sees all of them.
 */
export function toVerify(db: Db, actor: Actor): Branch {
  const query = underWay(db)
    .where('implementations.completedById', '<>', actor.personId)
    .where('proposals.stage', 'in', lifecycle.verifyEffect.from)
    .$if(!isSecretariat(actor), (mine) =>
      mine.where((eb) =>
        eb.or([
          eb('lead.personId', '=', actor.personId),
          isOrBecame('implementations.departmentId', headedDepartmentIds(actor)),
        ]),
      ),
    )
    .orderBy('implementations.completedAt')
  return branch(db, 'verify', query, { ...ofProposal, since: 'implementations.completedAt' })
}

/** Of the departments that the person heads; the secretariat's are those that no head is left to confirm. */
export function reportsToConfirm(db: Db, actor: Actor): Branch {
  const headed = headedDepartmentIds(actor)
  const query = db
    .selectFrom('practices')
    .innerJoin('departments as origin', 'origin.id', 'practices.departmentId')
    .leftJoin('departments as confirming', 'confirming.id', 'practices.confirmingDepartmentId')
    .where('practices.stage', '=', practiceLifecycle.report.to)
    .where((eb) =>
      eb.or([
        ...(headed.length > 0 ? [eb('practices.confirmingDepartmentId', 'in', headed)] : []),
        ...(isSecretariat(actor)
          ? [eb('practices.confirmingDepartmentId', 'is', null), eb('confirming.validTo', '<', actor.today)]
          : []),
      ]),
    )
    .where('practices.reporterId', '<>', actor.personId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('practiceMembers')
            .select('practiceMembers.practiceId')
            .whereRef('practiceMembers.practiceId', '=', 'practices.id')
            .where('practiceMembers.personId', '=', actor.personId),
        ),
      ),
    )
    .orderBy('practices.confirmDueOn')
  return branch(db, 'confirmPractice', query, {
    ...ofPractice,
    from: 'origin.name',
    since: 'practices.reportedAt',
    dueOn: 'practices.confirmDueOn',
  })
}

function carriedOutBy(db: Db, headed: readonly number[]) {
  return underWay(db).where(isOrBecame('implementations.departmentId', headed))
}

function underWay(db: Db) {
  return fromProposals(db)
    .innerJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .where('implementations.verifiedAt', 'is', null)
    .where('implementations.endedAt', 'is', null)
}
