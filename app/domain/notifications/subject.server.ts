import type { Db } from '../context'
import type { DomainEvent } from '../events/event'
import type { Subject } from './announcement'

/** What the event is about, in one statement; null for what nobody is told of. */
export async function findSubject(db: Db, event: DomainEvent): Promise<Subject | null> {
  if ('proposalId' in event) {
    return findProposal(db, event.proposalId, 'departmentId' in event ? event.departmentId : null)
  }
  return 'practiceId' in event ? findPractice(db, event.practiceId) : null
}

async function findProposal(
  db: Db,
  proposalId: number,
  departmentId: number | null,
): Promise<Subject | null> {
  const row = await db
    .selectFrom('proposals')
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'proposals.fiscalYear')
    .leftJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .leftJoin('departments', (join) => join.on('departments.id', '=', departmentId ?? 0))
    .select([
      'proposals.title',
      'proposals.receiveDueOn',
      'fiscalYears.noticeWithinDays',
      'decisions.implementingDepartmentId',
      'decisions.plannedOn',
      'departments.name as departmentName',
    ])
    .where('proposals.id', '=', proposalId)
    .executeTakeFirst()
  return row ? { ...row, departmentName: row.departmentName ?? '', confirmingDepartmentId: null } : null
}

async function findPractice(db: Db, practiceId: number): Promise<Subject | null> {
  const row = await db
    .selectFrom('practices')
    .select(['title', 'confirmDueOn as receiveDueOn', 'confirmingDepartmentId'])
    .where('id', '=', practiceId)
    .executeTakeFirst()
  return row
    ? { ...row, noticeWithinDays: 0, implementingDepartmentId: null, plannedOn: null, departmentName: '' }
    : null
}
