import type { Day } from '../calendar'
import type { Db } from '../context'
import { searchKeyOf } from './search-key'
import { validOn } from './validity'

export interface PersonFound {
  readonly id: number
  readonly employeeNumber: string
  readonly name: string
  readonly departmentId: number
  readonly departmentName: string
}

export interface DepartmentFound {
  readonly id: number
  readonly name: string
  readonly bureauName: string | null
}

const mostFound = 20

/** People in service that day, by employee number, name or kana; at most 20. */
export async function listPeopleMatching(db: Db, text: string, today: Day): Promise<PersonFound[]> {
  const key = searchKeyOf(text)
  if (key === '') return []
  return selectPeople(db, today)
    .where((eb) =>
      eb.or([
        eb('people.searchKey', 'like', `%${likeSafe(key)}%`),
        eb('people.employeeNumber', '=', text.normalize('NFKC').trim()),
      ]),
    )
    .limit(mostFound)
    .execute()
}

/** Those of the given people who are in service that day. */
export async function listPeopleInService(db: Db, ids: readonly number[], today: Day): Promise<PersonFound[]> {
  if (ids.length === 0) return []
  return selectPeople(db, today).where('people.id', 'in', ids).execute()
}

/** One row for a person: the main appointment. */
function selectPeople(db: Db, today: Day) {
  return db
    .selectFrom('people')
    .innerJoin('appointments', (join) =>
      join
        .onRef('appointments.personId', '=', 'people.id')
        .on('appointments.kind', '=', 'main')
        .on(validOn('appointments', today)),
    )
    .innerJoin('departments', 'departments.id', 'appointments.departmentId')
    .select([
      'people.id',
      'people.employeeNumber',
      'people.name',
      'departments.id as departmentId',
      'departments.name as departmentName',
    ])
    .orderBy('people.kana')
    .orderBy('people.id')
}

/** Departments of that day whose name contains the text; at most 20. */
export async function listDepartmentsMatching(db: Db, text: string, today: Day): Promise<DepartmentFound[]> {
  const name = text.normalize('NFKC').replace(/\s/g, '')
  if (name === '') return []
  return selectDepartments(db)
    .where('departments.name', 'like', `%${likeSafe(name)}%`)
    .where(validOn('departments', today))
    .limit(mostFound)
    .execute()
}

/** Also those that have ended: an old choice keeps its name. */
export async function listDepartmentsByIds(db: Db, ids: readonly number[]): Promise<DepartmentFound[]> {
  if (ids.length === 0) return []
  return selectDepartments(db).where('departments.id', 'in', ids).execute()
}

/** Which of the given departments exist on that day. */
export async function listDepartmentIdsOn(db: Db, ids: readonly number[], today: Day): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('departments')
    .select('id')
    .where('id', 'in', ids)
    .where(validOn('departments', today))
    .execute()
  return rows.map(({ id }) => id)
}

function selectDepartments(db: Db) {
  return db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', 'bureaus.id', 'departments.parentId')
    .select(['departments.id', 'departments.name', 'bureaus.name as bureauName'])
    .orderBy('departments.code')
}

/** What is typed is a text, not a pattern. Names hold none of these signs, so nothing is lost by leaving them out. */
function likeSafe(text: string): string {
  return text.replace(/[%_\\]/g, '')
}
