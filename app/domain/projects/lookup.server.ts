import { type Day, fiscalYearOf } from '../calendar'
import { beginningWith, containing } from '../containing.server'
import type { Db } from '../context'
import { keysOf } from '../nested.server'
import { isOrBecame } from '../organisation/heirs.server'

export interface ProjectFound {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly departmentId: number
  readonly departmentName: string
}

/** Enough to choose from in a list under a field. */
const choices = 20

/** 事務事業 of a year by a part of their name or their department's, or by the beginning of their code; 20 at most. */
export async function searchProjects(db: Db, text: string, fiscalYear: number): Promise<ProjectFound[]> {
  const key = text.normalize('NFKC').replace(/\s/g, '')
  if (key === '') return []
  return selectProjects(db, fiscalYear)
    .where((eb) =>
      eb.or([
        containing(eb.ref('projectYears.name'), key),
        containing(eb.ref('departments.name'), key),
        beginningWith(eb.ref('projectYears.code'), key),
      ]),
    )
    .limit(choices)
    .execute()
}

/**
 * What departments do this year, with what those did out of which they came: within a year a project keeps the department
 * that it has in the year's list.
 */
export async function listProjectsOfDepartments(
  db: Db,
  departmentIds: readonly number[],
  today: Day,
): Promise<ProjectFound[]> {
  if (departmentIds.length === 0) return []
  return projectsOfDepartments(db, departmentIds, today).execute()
}

/** The same as a query, for a page that asks it together with others. */
export function projectsOfDepartments(db: Db, departmentIds: readonly number[], today: Day) {
  return selectProjects(db, fiscalYearOf(today))
    .where(isOrBecame('projectYears.departmentId', departmentIds, today))
    .limit(100)
}

/** By identity, as they are called in that year; one that has no row in it is left out. */
export async function listProjectsByIds(
  db: Db,
  ids: readonly number[],
  fiscalYear: number,
): Promise<ProjectFound[]> {
  if (ids.length === 0) return []
  return projectsByIds(db, ids, fiscalYear).execute()
}

/** The same as a query. */
export function projectsByIds(db: Db, ids: readonly number[], fiscalYear: number) {
  return selectProjects(db, fiscalYear).where('projectYears.projectId', 'in', keysOf(ids))
}

function selectProjects(db: Db, fiscalYear: number) {
  return db
    .selectFrom('projectYears')
    .innerJoin('departments', 'departments.id', 'projectYears.departmentId')
    .select([
      'projectYears.projectId as id',
      'projectYears.code',
      'projectYears.name',
      'projectYears.departmentId',
      'departments.name as departmentName',
    ])
    .where('projectYears.fiscalYear', '=', fiscalYear)
    .orderBy('projectYears.code')
}
