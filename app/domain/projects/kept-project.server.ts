import type { Db } from '../context'
import { NotFound } from '../errors'
import type { KeptProject } from './project-text'

/** In one statement. Throws NotFound. */
export async function findKeptProject(db: Db, projectYearId: number): Promise<KeptProject> {
  const row = await db
    .selectFrom('projectYears')
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'projectYears.fiscalYear')
    .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
    .leftJoin('projectYears as before', (join) =>
      join
        .onRef('before.projectId', '=', 'projectYears.projectId')
        .on((eb) => eb('before.fiscalYear', '=', eb('projectYears.fiscalYear', '-', 1))),
    )
    .select(['projectYears.id', 'projectYears.projectId', 'projectYears.fiscalYear', 'fiscalYears.closedAt'])
    .select(['projectYears.code', 'projectYears.name', 'projectYears.departmentId', 'projectYears.version'])
    .select(['projectYears.inScope', 'projectYears.excludedReason', 'departments.name as departmentName'])
    .select(['before.code as codeBefore', 'before.name as nameBefore'])
    .where('projectYears.id', '=', projectYearId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { codeBefore, nameBefore, ...kept } = row
  return {
    ...kept,
    predecessor: codeBefore === null ? null : { code: codeBefore, name: nameBefore ?? '' },
  }
}

/** The row of a project in a year; null where that year does not have it. */
export async function findRowOfYear(db: Db, projectId: number, fiscalYear: number): Promise<number | null> {
  const row = await db
    .selectFrom('projectYears')
    .select('id')
    .where('projectId', '=', projectId)
    .where('fiscalYear', '=', fiscalYear)
    .executeTakeFirst()
  return row?.id ?? null
}
