import { sql } from 'kysely'
import type { Day, Instant } from './calendar'
import type { Db } from './context'
import { isLeftToFollowUp } from './improvements/follow-up-listing.server'
import { together } from './nested.server'
import { isOrBecame } from './organisation/heirs.server'
import { practiceLifecycle } from './practices/practice'
import { openConsultations } from './proposals/consultation-inbox.server'
import type { ImplementationStatus } from './proposals/decision'
import { lifecycle } from './proposals/lifecycle'

/** A section owes far less; this only keeps the lists bounded. */
const handoverLimit = 200

export interface Handover {
  readonly considerations: readonly {
    readonly id: number
    readonly title: string
    readonly receiptNumber: string | null
    readonly isLead: 0 | 1
    readonly round: number
    readonly askedAt: Instant
    readonly takenUpAt: Instant | null
    readonly dueOn: Day
  }[]
  /** 合議: opinions that other departments wait for. */
  readonly consultations: readonly {
    readonly id: number
    readonly title: string
    readonly receiptNumber: string | null
    readonly byDepartmentName: string
    readonly dueOn: Day
  }[]
  readonly reports: readonly {
    readonly id: number
    readonly title: string
    readonly receiptNumber: string | null
    readonly departmentName: string
    readonly dueOn: Day | null
  }[]
  readonly implementations: readonly {
    readonly id: number
    readonly title: string
    readonly receiptNumber: string | null
    readonly status: ImplementationStatus
    readonly owner: string
    readonly dueOn: Day | null
  }[]
  readonly held: readonly {
    readonly id: number
    readonly title: string
    readonly receiptNumber: string | null
    readonly helperName: string
    readonly dueOn: Day
  }[]
  /** 「うちの課では？」, by the improvement that is asked about. */
  readonly rounds: readonly {
    readonly id: number
    readonly title: string
    readonly receiptNumber: null
    readonly departmentName: string
    readonly dueOn: Day
  }[]
  /** その後 of what people reported who have gone; it is asked for and never late. */
  readonly followUps: readonly {
    readonly id: number
    readonly title: string
    readonly receiptNumber: null
    readonly publishedOn: Day
    readonly dueOn: null
  }[]
}

/**
 * 引継書: all that the head of a department owes or awaits, with what was asked of the departments it came out of. Of
 * matters, not of people: no author is named. One statement, each list by its days and bounded.
 */
export async function findHandover(db: Db, departmentId: number, today: Day): Promise<Handover> {
  const { implementations, ...owed } = await together(db, {
    considerations: considerations(db, departmentId, today),
    consultations: openConsultations(db, [departmentId], today),
    reports: reports(db, departmentId, today),
    implementations: implementationsOf(db, departmentId, today),
    held: heldOf(db, departmentId, today),
    rounds: rounds(db, departmentId, today),
    followUps: followUps(db, departmentId, today),
  })
  return {
    ...owed,
    implementations: implementations.map((row) => ({ ...row, status: row.status as ImplementationStatus })),
  }
}

function considerations(db: Db, departmentId: number, today: Day) {
  return db
    .selectFrom('considerations')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .select(['considerations.id', 'proposals.title', 'proposals.receiptNumber', 'considerations.isLead'])
    .select(['considerations.round', 'considerations.askedAt', 'considerations.takenUpAt'])
    .select('considerations.dueOn')
    .where(isOrBecame('considerations.departmentId', [departmentId], today))
    .where('considerations.answeredAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
    .orderBy('considerations.dueOn')
    .orderBy('considerations.id')
    .limit(handoverLimit)
}

function reports(db: Db, departmentId: number, today: Day) {
  return db
    .selectFrom('practices')
    .innerJoin('departments', 'departments.id', 'practices.departmentId')
    .select(['practices.id', 'practices.title', 'practices.receiptNumber'])
    .select(['departments.name as departmentName', 'practices.confirmDueOn as dueOn'])
    .where(isOrBecame('practices.confirmingDepartmentId', [departmentId], today))
    .where('practices.stage', '=', practiceLifecycle.report.to)
    .orderBy('practices.confirmDueOn', (order) => order.asc().nullsLast())
    .orderBy('practices.id')
    .limit(handoverLimit)
}

/** From the notice until the effect was verified, or what was adopted was given up. */
function implementationsOf(db: Db, departmentId: number, today: Day) {
  return db
    .selectFrom('implementations')
    .innerJoin('proposals', 'proposals.id', 'implementations.proposalId')
    .select(['proposals.id', 'proposals.title', 'proposals.receiptNumber'])
    .select(['implementations.status', 'implementations.owner'])
    .select((eb) => eb.fn.coalesce('implementations.nextReportOn', 'implementations.plannedOn').as('dueOn'))
    .where(isOrBecame('implementations.departmentId', [departmentId], today))
    .where('implementations.verifiedAt', 'is', null)
    .where('implementations.endedAt', 'is', null)
    .where('proposals.notifiedAt', 'is not', null)
    .orderBy('dueOn', (order) => order.asc().nullsLast())
    .orderBy('proposals.id')
    .limit(handoverLimit)
}

/** 継続検討 of matters that the department leads: they come back on their day, and every April. */
function heldOf(db: Db, departmentId: number, today: Day) {
  return db
    .selectFrom('holds')
    .innerJoin('proposals', 'proposals.id', 'holds.proposalId')
    .innerJoin('people', 'people.id', 'holds.helperId')
    .select(['proposals.id', 'proposals.title', 'proposals.receiptNumber'])
    .select(['people.name as helperName', 'holds.recheckOn as dueOn'])
    .where(isOrBecame('proposals.leadDepartmentId', [departmentId], today))
    .where('proposals.stage', 'in', lifecycle.comeBack.from)
    .where('holds.cameBackAt', 'is', null)
    .orderBy('holds.recheckOn')
    .orderBy('holds.id')
    .limit(handoverLimit)
}

function rounds(db: Db, departmentId: number, today: Day) {
  return db
    .selectFrom('spreadRoundSections')
    .innerJoin('spreadRounds', 'spreadRounds.id', 'spreadRoundSections.roundId')
    .innerJoin('improvements', 'improvements.id', 'spreadRounds.improvementId')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .select(['improvements.id', 'improvements.title', sql<null>`null`.as('receiptNumber')])
    .select(['departments.name as departmentName', 'spreadRounds.dueOn'])
    .where(isOrBecame('spreadRoundSections.departmentId', [departmentId], today))
    .where('spreadRoundSections.answer', 'is', null)
    .where('spreadRounds.closedAt', 'is', null)
    .orderBy('spreadRounds.dueOn')
    .orderBy('spreadRounds.id')
    .limit(handoverLimit)
}

function followUps(db: Db, departmentId: number, today: Day) {
  return db
    .selectFrom('followUps')
    .innerJoin('improvements', 'improvements.id', 'followUps.improvementId')
    .select(['improvements.id', 'improvements.title', sql<null>`null`.as('receiptNumber')])
    .select(['improvements.publishedOn', sql<null>`null`.as('dueOn')])
    .where(isLeftToFollowUp({ headed: [departmentId], today }))
    .orderBy('followUps.dueOn')
    .orderBy('followUps.id')
    .limit(handoverLimit)
}
