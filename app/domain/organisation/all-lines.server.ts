import { latestBureau } from './bureau-of-day.server'
import type { Db } from '../context'
import type { AppointmentLine } from './appointments.server'
import type { DepartmentLine } from './departments.server'
import type { PersonLine } from './people.server'
import type { PostLine } from './posts.server'
import type { Body } from './seat'
import type { SeatLine } from './seats.server'

/* Whole lists as they would be brought in: for comparing with a file, and for handing out as one. In order of their keys. */

export function listPersonLines(db: Db): Promise<PersonLine[]> {
  return db
    .selectFrom('people')
    .select(['employeeNumber', 'name', 'kana', 'email', 'employmentType'])
    .orderBy('employeeNumber')
    .execute()
}

export function listDepartmentLines(db: Db): Promise<DepartmentLine[]> {
  return db
    .selectFrom('departments')
    .leftJoin('departments as parents', (join) => join.on('parents.id', '=', latestBureau('departments')))
    .select(['departments.code', 'departments.name', 'parents.code as parentCode', 'departments.kind'])
    .select(['departments.validFrom', 'departments.validTo'])
    .orderBy('departments.code')
    .execute()
}

export function listPostLines(db: Db): Promise<PostLine[]> {
  return db
    .selectFrom('posts')
    .select(['code', 'name', 'rank', 'isHead'])
    .orderBy('rank')
    .orderBy('code')
    .execute()
}

export function listAppointmentLines(db: Db): Promise<AppointmentLine[]> {
  return db
    .selectFrom('appointments')
    .innerJoin('people', 'people.id', 'appointments.personId')
    .innerJoin('departments', 'departments.id', 'appointments.departmentId')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .select(['people.employeeNumber', 'departments.code as departmentCode', 'posts.code as postCode'])
    .select(['appointments.kind', 'appointments.validFrom', 'appointments.validTo'])
    .orderBy('people.employeeNumber')
    .orderBy('appointments.validFrom')
    .orderBy('appointments.id')
    .execute()
}

export async function listSeatLines(db: Db): Promise<SeatLine[]> {
  const rows = await db
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.personId')
    .select(['seats.body', 'people.employeeNumber', 'seats.role', 'seats.validFrom', 'seats.validTo'])
    .orderBy('seats.body')
    .orderBy('seats.validFrom')
    .orderBy('seats.id')
    .execute()
  return rows.map((row) => ({ ...row, body: row.body as Body }))
}
