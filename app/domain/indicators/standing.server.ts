import { isUnder } from '../organisation/bureau-of-day.server'
import { type Day, firstDayOf } from '../calendar'
import type { Db } from '../context'
import { worded } from '../worded.server'
import { type DepartmentStanding, missingOf, shareOf } from './attainment'
import { asOfDay } from './attainment.server'
import { inDenominator } from './denominator.server'

/**
 * Where one department stands in a year, in one statement; a bureau 「部」 answers for its sections. Null for a year
 * that nobody has opened and for a department without projects.
 */
export async function findDepartmentStanding(
  db: Db,
  departmentId: number,
  fiscalYear: number,
  today: Day,
): Promise<DepartmentStanding | null> {
  const [row] = await selectStanding(db, {
    ...{ departmentId, fiscalYear, asOf: asOfDay(fiscalYear, today), first: firstDayOf(fiscalYear) },
  })
  if (!row) return null
  const share = shareOf(row.numerator, row.denominator)
  return {
    ...share,
    targetPermille: row.targetPermille,
    missing: missingOf(share, row.targetPermille),
    isSmall: row.denominator < row.smallBelow,
  }
}

type Asked = { departmentId: number; fiscalYear: number; asOf: Day; first: Day }

const selectStanding = worded((db, { departmentId, fiscalYear, asOf, first }: Asked) =>
  db
    .selectFrom('departments')
    .innerJoin('projectYears', 'projectYears.departmentId', 'departments.id')
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'projectYears.fiscalYear')
    .leftJoin('attainments', (join) =>
      join
        .onRef('attainments.fiscalYear', '=', 'projectYears.fiscalYear')
        .onRef('attainments.projectId', '=', 'projectYears.projectId')
        .on('attainments.firstOn', '<=', asOf),
    )
    .select(({ fn }) => [
      'fiscalYears.targetPermille',
      'fiscalYears.smallDepartmentProjects as smallBelow',
      fn.countAll<number>().as('denominator'),
      fn.count<number>('attainments.projectId').as('numerator'),
    ])
    .where((eb) =>
      eb.or([eb('departments.id', '=', departmentId), isUnder('departments', departmentId, first)]),
    )
    .where('projectYears.fiscalYear', '=', fiscalYear)
    .where(inDenominator)
    .groupBy(['fiscalYears.targetPermille', 'fiscalYears.smallDepartmentProjects']),
)
