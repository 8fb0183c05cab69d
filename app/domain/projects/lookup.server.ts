import type { Db } from '../context'

export interface ProjectFound {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly departmentId: number
  readonly departmentName: string
}

const mostFound = 20

/** 事務事業 of a year whose name contains the text or whose code begins with it; at most 20. */
export async function listProjectsMatching(db: Db, text: string, fiscalYear: number): Promise<ProjectFound[]> {
  const plain = text.normalize('NFKC').replace(/[\s%_\\]/g, '')
  if (plain === '') return []
  return selectProjects(db, fiscalYear)
    .where((eb) =>
      eb.or([
        eb('projectYears.name', 'like', `%${plain}%`),
        eb('projectYears.code', 'like', `${plain}%`),
        eb('departments.name', 'like', `%${plain}%`),
      ]),
    )
    .limit(mostFound)
    .execute()
}

/** What a department does in that year. */
export async function listProjectsOfDepartments(
  db: Db,
  departmentIds: readonly number[],
  fiscalYear: number,
): Promise<ProjectFound[]> {
  if (departmentIds.length === 0) return []
  return selectProjects(db, fiscalYear)
    .where('projectYears.departmentId', 'in', departmentIds)
    .limit(100)
    .execute()
}

/** By identity, as they are called in that year; one that has no row in it is left out. */
export async function listProjectsByIds(
  db: Db,
  ids: readonly number[],
  fiscalYear: number,
): Promise<ProjectFound[]> {
  if (ids.length === 0) return []
  return selectProjects(db, fiscalYear).where('projectYears.projectId', 'in', ids).execute()
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
