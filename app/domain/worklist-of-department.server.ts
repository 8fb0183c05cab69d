import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Db } from './context'
import { practiceLifecycle } from './practices/practice'
import { isOfOthers, isToConfirmBy } from './practices/to-confirm.server'
import { isOrBecame } from './organisation/heirs.server'
import { lifecycle } from './proposals/lifecycle'
import {
  type Branch,
  branch,
  type Duties,
  fromProposals,
  ofPractice,
  ofProposal,
} from './worklist-branch.server'

/** Heads of the departments asked: 「未開封」 differs from 「検討中」. */
export function unansweredConsiderations(db: Db, { headed, today }: Duties): Branch[] {
  const open = fromProposals(db)
    .innerJoin('considerations', 'considerations.proposalId', 'proposals.id')
    .where('considerations.answeredAt', 'is', null)
    .where(isOrBecame('considerations.departmentId', headed, today))
    .where(stillIn(lifecycle.closeConsideration.from))
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

/** 合議: opinions that other departments asked for, until those answer themselves. */
export function opinionsToGive(db: Db, { headed, today }: Duties): Branch {
  const query = fromProposals(db)
    .innerJoin('considerations', 'considerations.proposalId', 'proposals.id')
    .innerJoin('consultations', 'consultations.considerationId', 'considerations.id')
    .where('consultations.answeredAt', 'is', null)
    .where('considerations.answeredAt', 'is', null)
    .where(isOrBecame('consultations.departmentId', headed, today))
    .where(stillIn(lifecycle.closeConsideration.from))
    .orderBy('considerations.dueOn')
  return branch(db, 'advise', query, {
    ...ofProposal,
    id: 'consultations.id',
    since: 'consultations.askedAt',
    dueOn: 'considerations.dueOn',
  })
}

export function acceptedToStart(db: Db, duties: Duties): Branch {
  const query = carriedOutBy(db, duties)
    .where(stillIn(lifecycle.startImplementation.from))
    .orderBy('implementations.plannedOn', (order) => order.asc().nullsLast())
  return branch(db, 'startImplementation', query, {
    ...ofProposal,
    since: 'proposals.notifiedAt',
    dueOn: 'implementations.plannedOn',
  })
}

export function progressToReport(db: Db, duties: Duties): Branch {
  const dueOn = sql`coalesce("implementations"."nextReportOn", "implementations"."plannedOn")`
  const query = carriedOutBy(db, duties)
    .where(stillIn(lifecycle.completeImplementation.from))
    .orderBy(dueOn, (order) => order.asc().nullsLast())
  return branch(db, 'reportImplementation', query, {
    ...ofProposal,
    since: 'implementations.startedAt',
    dueOn,
  })
}

/** By the head who answers for it, another person than the one who reported the completion or acts for that one. */
export function toVerify(db: Db, duties: Duties): Branch {
  const { personId, delegated, principals, today } = duties
  const query = completedByOthers(carriedOutBy(db, duties), personId)
    .where(({ and, not, eb }) =>
      and(
        delegated.map((departmentId, place) =>
          not(
            and([
              isOrBecame('implementations.departmentId', [departmentId], today),
              eb('implementations.completedById', '=', principals[place] ?? 0),
            ]),
          ),
        ),
      ),
    )
    .where(stillIn(lifecycle.verifyEffect.from))
    .where('lead.personId', '<>', personId)
    .orderBy('implementations.completedAt')
  return branch(db, 'verify', query, completed)
}

/** By the lead author, who knows what was meant. */
export function ownToVerify(db: Db, { personId }: Duties): Branch {
  const query = completedByOthers(underWay(db), personId)
    .where(stillIn(lifecycle.verifyEffect.from))
    .where('lead.personId', '=', personId)
    .orderBy('implementations.completedAt')
  return branch(db, 'verifyOwn', query, completed)
}

/** The secretariat sees all that waits to be verified. */
export function allToVerify(db: Db, { personId }: Duties): Branch {
  const query = completedByOthers(underWay(db), personId)
    .where('proposals.stage', 'in', lifecycle.verifyEffect.from)
    .where('lead.personId', '<>', personId)
    .orderBy('implementations.completedAt')
  return branch(db, 'verify', query, completed)
}

/** Of the departments that the person heads; the secretariat's are those that no head is left to confirm. */
export function reportsToConfirm(db: Db, duties: Duties): Branch {
  const { headed, delegated, principals, personId, today, isSecretariat } = duties
  const query = db
    .selectFrom('practices')
    .innerJoin('departments as origin', 'origin.id', 'practices.departmentId')
    .where('practices.stage', '=', practiceLifecycle.report.to)
    .where(isToConfirmBy({ headed, isSecretariat, today }))
    .where(
      isOfOthers(
        personId,
        delegated.map((departmentId, place) => ({ departmentId, headId: principals[place] ?? 0 })),
        today,
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

function carriedOutBy(db: Db, { headed, today }: Duties) {
  return underWay(db).where(isOrBecame('implementations.departmentId', headed, today))
}

function underWay(db: Db) {
  return fromProposals(db)
    .innerJoin('implementations', 'implementations.proposalId', 'proposals.id')
    .where('implementations.verifiedAt', 'is', null)
    .where('implementations.endedAt', 'is', null)
}

function completedByOthers(query: ReturnType<typeof underWay>, personId: number) {
  return query.where('implementations.completedById', '<>', personId)
}

const completed = { ...ofProposal, since: 'implementations.completedAt' }

/**
 * The stage as a second look only: what is open for one department is little, and found by its own index; the index
 * of stages would lead through what is open for everybody.
 */
function stillIn(stages: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`coalesce("proposals"."stage", '') in (${sql.join(stages)})`
}
