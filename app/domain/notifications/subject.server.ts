import type { Db } from '../context'
import type { DomainEvent } from '../events/event'
import { sittingInWords } from '../committees/sitting'
import type { Subject } from './announcement'

/** What the event is about, in one statement; null for what nobody is told of. */
export async function findSubject(db: Db, event: DomainEvent): Promise<Subject | null> {
  if ('proposalId' in event) {
    return findProposal(db, event.proposalId, 'departmentId' in event ? event.departmentId : null)
  }
  if ('sittingId' in event) return findSitting(db, event.sittingId)
  if ('improvementId' in event) {
    return findImprovement(db, event.improvementId, 'departmentId' in event ? event.departmentId : 0)
  }
  if ('memoId' in event) return findMemo(db, event.memoId)
  if ('delegationId' in event) return findDepartment(db, event.departmentId)
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
  return row ? { ...nothing, ...row, departmentName: row.departmentName ?? '' } : null
}

async function findPractice(db: Db, practiceId: number): Promise<Subject | null> {
  const row = await db
    .selectFrom('practices')
    .select(['title', 'confirmDueOn as receiveDueOn', 'confirmingDepartmentId'])
    .where('id', '=', practiceId)
    .executeTakeFirst()
  return row ? { ...nothing, ...row } : null
}

async function findDepartment(db: Db, departmentId: number): Promise<Subject> {
  const { name } = await db
    .selectFrom('departments')
    .select('name')
    .where('id', '=', departmentId)
    .executeTakeFirstOrThrow()
  return { ...nothing, title: name, departmentName: name }
}

async function findMemo(db: Db, memoId: number): Promise<Subject> {
  const { text } = await db
    .selectFrom('memos')
    .select('text')
    .where('id', '=', memoId)
    .executeTakeFirstOrThrow()
  return { ...nothing, title: text }
}

async function findSitting(db: Db, sittingId: number): Promise<Subject> {
  const sitting = await db
    .selectFrom('sittings')
    .select(['body', 'number', 'heldOn'])
    .where('id', '=', sittingId)
    .executeTakeFirstOrThrow()
  return { ...nothing, title: sittingInWords(sitting), body: sitting.body }
}

const nothing: Omit<Subject, 'title'> = {
  receiveDueOn: null,
  noticeWithinDays: 0,
  implementingDepartmentId: null,
  plannedOn: null,
  confirmingDepartmentId: null,
  departmentName: '',
  body: 'improvementCommittee',
}

async function findImprovement(db: Db, improvementId: number, departmentId: number): Promise<Subject | null> {
  const row = await db
    .selectFrom('improvements')
    .leftJoin('departments', (join) => join.on('departments.id', '=', departmentId))
    .select(['improvements.title', 'departments.name as departmentName'])
    .where('improvements.id', '=', improvementId)
    .executeTakeFirst()
  return row ? { ...nothing, ...row, departmentName: row.departmentName ?? '' } : null
}
