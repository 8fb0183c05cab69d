import type { Day } from '../calendar'
import type { Db } from '../context'
import { isOrBecame } from '../organisation/heirs.server'
import { lifecycle } from './lifecycle'

/** A section is asked for few opinions at once; this only keeps the list bounded. */
const limit = 200

/** 合議: the opinions that these departments owe, by the day on which the department that asked has to answer. */
export async function listOpenConsultations(db: Db, departmentIds: readonly number[], today: Day) {
  return openConsultations(db, departmentIds, today).execute()
}

/** The same as a query, for a page that asks it together with others. */
export function openConsultations(db: Db, departmentIds: readonly number[], today: Day) {
  return db
    .selectFrom('consultations')
    .innerJoin('considerations', 'considerations.id', 'consultations.considerationId')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .select([
      ...(['consultations.id', 'proposals.id as proposalId', 'proposals.title'] as const),
      ...(['proposals.receiptNumber', 'departments.name as byDepartmentName'] as const),
      'considerations.dueOn',
    ])
    .where(isOrBecame('consultations.departmentId', departmentIds, today))
    .where('consultations.answeredAt', 'is', null)
    .where('considerations.answeredAt', 'is', null)
    .where('proposals.stage', 'in', lifecycle.closeConsideration.from)
    .orderBy('considerations.dueOn')
    .orderBy('consultations.id')
    .limit(limit)
}
