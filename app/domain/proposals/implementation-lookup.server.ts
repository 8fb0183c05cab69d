import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { worded } from '../worded.server'
import type { ImplementationStatus } from './decision'
import { withHeirs } from '../organisation/heirs.server'
import type { ImplementationView } from './implementation'
import type { ImplementationFacts } from './implementation-policy'
import type { ProposalFacts } from './proposal'

/** A report a month for eight years; older ones stay in the history. */
const reportLimit = 100

/** Whether it was done and what came of it, with the reports, newest first. Null before the notice. One statement. */
export async function findImplementationSeenBy(
  db: Db,
  facts: Pick<ProposalFacts, 'id' | 'notified'>,
  today: Day,
): Promise<ImplementationView | null> {
  return (await findImplementationPage(db, facts, today))?.view ?? null
}

/** The same with the facts for permission questions, since a page asks both. */
export async function findImplementationPage(
  db: Db,
  { id, notified }: Pick<ProposalFacts, 'id' | 'notified'>,
  today: Day,
): Promise<{ view: ImplementationView; facts: ImplementationFacts } | null> {
  if (!notified) return null
  const rows = await selectImplementation(db, { proposalId: id, today })
  const [row] = rows
  return row ? { view: viewOf(row, rows), facts: factsOf(row, rows) } : null
}

type Row = Awaited<ReturnType<typeof selectImplementation>>[number]

function viewOf(row: Row, rows: readonly Row[]): ImplementationView {
  const { projectId, projectName, recurring, status, ...rest } = row
  return {
    departmentName: rest.departmentName,
    status: status as ImplementationStatus,
    owner: rest.owner,
    plannedOn: rest.plannedOn,
    nextReportOn: rest.nextReportOn,
    project: projectId === null ? null : { id: projectId, name: projectName ?? '' },
    startedAt: rest.startedAt,
    implementedOn: rest.implementedOn,
    actualMinutesPerYear: rest.actualMinutesPerYear,
    actualYenPerYear: rest.actualYenPerYear,
    recurring: recurring === 1,
    actualEffect: rest.actualEffect,
    evidence: rest.evidence,
    completedAt: rest.completedAt,
    verifiedAt: rest.verifiedAt,
    verification: rest.verification,
    endedAt: rest.endedAt,
    endReason: rest.endReason,
    reports: distinct(rows, ({ reportId }) => reportId).map((report) => ({
      id: report.reportId ?? 0,
      status: report.reportedStatus as ImplementationStatus,
      text: report.reportText ?? '',
      nextReportOn: report.reportNextOn,
      reportedAt: report.reportedAt ?? '',
    })),
  }
}

function factsOf(row: Row, rows: readonly Row[]): ImplementationFacts {
  const { status, completedAt, completedById, endedAt, version } = row
  return {
    ...{ completedAt, completedById, endedAt, version },
    departmentIds: distinct(rows, ({ heirId }) => heirId).map(({ heirId }) => heirId),
    status: status as ImplementationStatus,
  }
}

/** One row for each report and each department that the task came down to; both are few. */
const selectImplementation = worded((db, { proposalId, today }: { proposalId: number; today: Day }) => {
  const named = sql`select "departmentId" from "implementations" where "proposalId" = ${proposalId}`
  return db
    .selectFrom('implementations')
    .innerJoin('departments', 'departments.id', 'implementations.departmentId')
    .innerJoin(withHeirs(named, today).as('heirs'), (join) => join.onTrue())
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('implementationReports')
          .selectAll()
          .where('proposalId', '=', proposalId)
          .orderBy('id', 'desc')
          .limit(reportLimit)
          .as('reports'),
      (join) => join.onTrue(),
    )
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
      'implementations.completedById',
      'implementations.verifiedAt',
      'implementations.verification',
      'implementations.endedAt',
      'implementations.endReason',
      'implementations.version',
      'heirs.id as heirId',
      'reports.id as reportId',
      'reports.status as reportedStatus',
      'reports.text as reportText',
      'reports.nextReportOn as reportNextOn',
      'reports.reportedAt',
      eb
        .selectFrom('projectYears')
        .select('projectYears.name')
        .whereRef('projectYears.projectId', '=', 'implementations.projectId')
        .orderBy('projectYears.fiscalYear', 'desc')
        .limit(1)
        .as('projectName'),
    ])
    .where('implementations.proposalId', '=', proposalId)
    .orderBy('reports.id', (order) => order.desc().nullsLast())
    .orderBy('heirs.id')
})

function distinct(rows: readonly Row[], keyOf: (row: Row) => number | null): Row[] {
  return rows.filter((row, place) => {
    const key = keyOf(row)
    return key !== null && rows.findIndex((other) => keyOf(other) === key) === place
  })
}
