import { bureauOn } from './bureau-of-day.server'
import type { Day } from '../calendar'
import { beginningWith, containing } from '../containing.server'
import type { Db } from '../context'
import { keysOf } from '../nested.server'
import { folded } from './person'
import { validOn } from './validity'

export interface PersonInService {
  readonly id: number
  readonly name: string
  readonly employeeNumber: string
  /** Of the main appointment. */
  readonly departmentId: number
  readonly departmentName: string
}

export interface DepartmentFound {
  readonly id: number
  readonly name: string
  readonly bureauName: string | null
}

/** Enough to choose from in a list under a field. */
const choices = 20

/** People in service on that day by a part of the name or kana, or by the beginning of the number; 20 at most. */
export async function searchPeople(db: Db, text: string, today: Day): Promise<PersonInService[]> {
  const key = folded(text)
  if (key === '') return []
  return selectInService(db, today)
    .where((eb) =>
      eb.or([
        containing(eb.ref('people.searchKey'), key),
        beginningWith(eb.ref('people.employeeNumber'), key),
      ]),
    )
    .orderBy('people.kana')
    .orderBy('people.id')
    .limit(choices)
    .execute()
}

/** Those of the given people who are in service that day, in no particular order. */
export async function listPeopleInService(
  db: Db,
  ids: readonly number[],
  today: Day,
): Promise<PersonInService[]> {
  if (ids.length === 0) return []
  return peopleInService(db, ids, today).execute()
}

/** The same as a query, for a page that asks it together with others. */
export function peopleInService(db: Db, ids: readonly number[], today: Day) {
  return selectInService(db, today).where('people.id', 'in', keysOf(ids))
}

/** One row for a person: the main appointment of the day. */
function selectInService(db: Db, today: Day) {
  return db
    .selectFrom('people')
    .innerJoin('appointments', 'appointments.personId', 'people.id')
    .innerJoin('departments', 'departments.id', 'appointments.departmentId')
    .select([
      'people.id',
      'people.name',
      'people.employeeNumber',
      'departments.id as departmentId',
      'departments.name as departmentName',
    ])
    .where('appointments.kind', '=', 'main')
    .where(validOn('appointments', today))
}

/** Departments of that day by a part of their name; 20 at most. */
export async function searchDepartments(db: Db, text: string, today: Day): Promise<DepartmentFound[]> {
  const key = folded(text)
  if (key === '') return []
  return selectDepartments(db, today)
    .where((eb) => containing(eb.ref('departments.name'), key))
    .where(validOn('departments', today))
    .limit(choices)
    .execute()
}

/** By key, also those that have ended: an old choice keeps its name. */
export async function listDepartmentsByIds(
  db: Db,
  ids: readonly number[],
  today: Day,
): Promise<DepartmentFound[]> {
  if (ids.length === 0) return []
  return departmentsByIds(db, ids, today).execute()
}

/** The same as a query. */
export function departmentsByIds(db: Db, ids: readonly number[], today: Day) {
  return selectDepartments(db, today).where('departments.id', 'in', keysOf(ids))
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

function selectDepartments(db: Db, today: Day) {
  return db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', today)))
    .select(['departments.id', 'departments.name', 'bureaus.name as bureauName'])
    .orderBy('departments.code')
}

/** The sections of a day, in the order of the organisation. */
export async function listSections(db: Db, today: Day): Promise<{ id: number; name: string }[]> {
  return db
    .selectFrom('departments')
    .select(['id', 'name'])
    .where('kind', '=', 'section')
    .where(validOn('departments', today))
    .orderBy('code')
    .limit(500)
    .execute()
}

/** The same with the bureau 「部」 of each. */
export async function listSectionsWithBureaus(db: Db, today: Day) {
  return db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', today)))
    .select(['departments.id', 'departments.name', 'bureaus.name as bureauName'])
    .where('departments.kind', '=', 'section')
    .where(validOn('departments', today))
    .orderBy('departments.code')
    .limit(500)
    .execute()
}
