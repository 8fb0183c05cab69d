import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'

const evidenceAtOnce = 100

/**
 * A 事務事業 through the years, the newest first: its name, department and place in the plan of each year, whether it
 * is in the denominator and since when it counts as improved. Throws NotFound.
 */
export async function findProjectYears(db: Db, projectId: number) {
  const years = await db
    .selectFrom('projectYears')
    .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'projectYears.fiscalYear')
    .leftJoin('attainments', (join) =>
      join
        .onRef('attainments.fiscalYear', '=', 'projectYears.fiscalYear')
        .onRef('attainments.projectId', '=', 'projectYears.projectId'),
    )
    .select([
      'projectYears.id as projectYearId',
      'projectYears.fiscalYear',
      'projectYears.code',
      'projectYears.name',
      'projectYears.measureCode',
      'projectYears.measureName',
      'projectYears.inScope',
      'projectYears.excludedReason',
      'departments.id as departmentId',
      'departments.name as departmentName',
      'fiscalYears.denominator',
      'attainments.firstOn',
      'attainments.improvements',
    ])
    .where('projectYears.projectId', '=', projectId)
    .orderBy('projectYears.fiscalYear', 'desc')
    .limit(evidenceAtOnce)
    .execute()
  if (years.length === 0) throw new NotFound()
  return years.map(({ inScope, denominator, ...year }) => ({
    ...year,
    counts: inScope === 1 || denominator === 'all',
  }))
}

export interface Evidence {
  readonly improvementId: number
  readonly title: string
  readonly basisOn: Day
  readonly departmentName: string
  readonly kind: 'practice' | 'proposal'
}

/** What makes a project count as improved in a year: the earliest first, for it is the first that counts. */
export async function listEvidence(
  db: Db,
  projectId: number,
  fiscalYear: number,
): Promise<{ evidence: Evidence[]; more: boolean }> {
  const rows = await db
    .selectFrom('countedImprovements')
    .innerJoin('improvements', 'improvements.id', 'countedImprovements.improvementId')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .select([
      'improvements.id as improvementId',
      'improvements.title',
      'improvements.practiceId',
      'countedImprovements.basisOn',
      'departments.name as departmentName',
    ])
    .where('countedImprovements.fiscalYear', '=', fiscalYear)
    .where('countedImprovements.projectId', '=', projectId)
    .orderBy('countedImprovements.basisOn')
    .orderBy('improvements.id')
    .limit(evidenceAtOnce + 1)
    .execute()
  return {
    evidence: rows
      .slice(0, evidenceAtOnce)
      .map(({ practiceId, ...row }) => ({ ...row, kind: practiceId === null ? 'proposal' : 'practice' })),
    more: rows.length > evidenceAtOnce,
  }
}
