import type { Db } from '../context'
import type { ImplementationStatus } from './decision'
import type { ImplementationView } from './implementation'
import type { ProposalFacts } from './proposal'

/** A report a month for eight years; older ones stay in the history. */
const reportLimit = 100

/** Whether it was done and what came of it, with the reports, newest first. Null before the notice. Two statements. */
export async function findImplementationSeenBy(
  db: Db,
  facts: Pick<ProposalFacts, 'id' | 'notified'>,
): Promise<ImplementationView | null> {
  if (!facts.notified) return null
  const row = await selectImplementation(db, facts.id)
  if (!row) return null
  const { projectId, projectName, recurring, status, ...rest } = row
  return {
    ...rest,
    status: status as ImplementationStatus,
    recurring: recurring === 1,
    project: projectId === null ? null : { id: projectId, name: projectName ?? '' },
    reports: await listReports(db, facts.id),
  }
}

function selectImplementation(db: Db, proposalId: number) {
  return db
    .selectFrom('implementations')
    .innerJoin('departments', 'departments.id', 'implementations.departmentId')
    .select((eb) => [
      'departments.name as departmentName',
      'implementations.status',
      'implementations.owner',
      'implementations.plannedOn',
      'implementations.nextReportOn',
      'implementations.projectId',
      'implementations.startedAt',
      'implementations.implementedOn',
      'implementations.actualMinutesPerYear',
      'implementations.actualYenPerYear',
      'implementations.recurring',
      'implementations.actualEffect',
      'implementations.evidence',
      'implementations.completedAt',
      'implementations.verifiedAt',
      'implementations.verification',
      'implementations.endedAt',
      'implementations.endReason',
      eb
        .selectFrom('projectYears')
        .select('projectYears.name')
        .whereRef('projectYears.projectId', '=', 'implementations.projectId')
        .orderBy('projectYears.fiscalYear', 'desc')
        .limit(1)
        .as('projectName'),
    ])
    .where('implementations.proposalId', '=', proposalId)
    .executeTakeFirst()
}

async function listReports(db: Db, proposalId: number) {
  const rows = await db
    .selectFrom('implementationReports')
    .select(['id', 'status', 'text', 'nextReportOn', 'reportedAt'])
    .where('proposalId', '=', proposalId)
    .orderBy('id', 'desc')
    .limit(reportLimit)
    .execute()
  return rows.map((row) => ({ ...row, status: row.status as ImplementationStatus }))
}
