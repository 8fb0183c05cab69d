import { bureauOn } from './bureau-of-day.server'
import { sql } from 'kysely'
import type { Day } from '../calendar'
import { beginningWith, containing } from '../containing.server'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { DepartmentFilter } from './department-filter'
import { appointedHeads } from './heads.server'
import { validOn } from './validity'

const pageSize = 50
/** A section has far fewer people. */
const mostMembers = 500

interface Asked {
  readonly text?: string | undefined
  readonly filter?: DepartmentFilter | undefined
  /** The code after which the page begins. */
  readonly after?: string | undefined
}

/** 部・課 by their code, a page at a time, each with its bureau and one of those who head it that day. */
export async function listDepartments(db: Db, { text = '', filter, after = '' }: Asked, today: Day) {
  const wanted = text.normalize('NFKC')
  const rows = await db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', today)))
    .select(['departments.id', 'departments.code', 'departments.name', 'departments.kind'])
    .select(['departments.validFrom', 'departments.validTo', 'bureaus.name as bureauName'])
    .select((eb) =>
      eb
        .selectFrom(appointedHeads(today).as('heads'))
        .innerJoin('people', 'people.id', 'heads.personId')
        .select((inner) => inner.fn.min('people.name').as('name'))
        .whereRef('heads.departmentId', '=', 'departments.id')
        .as('headName'),
    )
    .where('departments.code', '>', after)
    .$if(text !== '', (query) =>
      query.where((eb) =>
        eb.or([
          containing(eb.ref('departments.name'), wanted),
          beginningWith(eb.ref('departments.code'), wanted),
        ]),
      ),
    )
    .$if(filter === undefined || filter === 'withoutHead', (query) =>
      query.where(validOn('departments', today)),
    )
    .$if(filter === 'withoutHead', (query) =>
      query.where(
        sql<boolean>`"departments"."id" not in (select "departmentId" from ${appointedHeads(today)} as "headed")`,
      ),
    )
    .$if(filter === 'coming', (query) => query.where('departments.validFrom', '>', today))
    .$if(filter === 'ended', (query) => query.where('departments.validTo', '<', today))
    .orderBy('departments.code')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.code ?? null) : null }
}

/** Throws NotFound. */
export async function findDepartment(db: Db, id: number, today: Day) {
  const row = await db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', today)))
    .select(['departments.id', 'departments.code', 'departments.name', 'departments.kind'])
    .select(['departments.validFrom', 'departments.validTo', 'bureaus.id as parentId'])
    .select(['bureaus.name as bureauName', 'bureaus.code as parentCode'])
    .where('departments.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** Under which bureau a section stands from which day on, where that has changed or will. */
export async function listBureauTerms(db: Db, departmentId: number) {
  return db
    .selectFrom('bureauTerms')
    .innerJoin('departments as bureaus', 'bureaus.id', 'bureauTerms.bureauId')
    .select(['bureauTerms.validFrom', 'bureaus.name'])
    .where('bureauTerms.departmentId', '=', departmentId)
    .orderBy('bureauTerms.validFrom')
    .limit(50)
    .execute()
}

/** What a department came out of and what became of it, by the day. */
export async function listDescent(db: Db, departmentId: number) {
  return db
    .selectFrom('departmentSuccessors')
    .innerJoin('departments as former', 'former.id', 'departmentSuccessors.fromId')
    .innerJoin('departments as later', 'later.id', 'departmentSuccessors.toId')
    .select(['former.id as fromId', 'former.name as fromName', 'later.id as toId', 'later.name as toName'])
    .select(['departmentSuccessors.effectiveOn', 'departmentSuccessors.kind'])
    .where((eb) => eb.or([eb('fromId', '=', departmentId), eb('toId', '=', departmentId)]))
    .orderBy('departmentSuccessors.effectiveOn')
    .orderBy('former.code')
    .orderBy('later.code')
    .limit(50)
    .execute()
}

/** Who is there that day, by rank. */
export async function listMembers(db: Db, departmentId: number, day: Day) {
  return db
    .selectFrom('appointments')
    .innerJoin('people', 'people.id', 'appointments.personId')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .select(['appointments.id', 'appointments.kind', 'people.id as personId', 'people.name'])
    .select(['people.employeeNumber', 'posts.name as postName'])
    .where('appointments.departmentId', '=', departmentId)
    .where(validOn('appointments', day))
    .orderBy('posts.rank')
    .orderBy('people.employeeNumber')
    .orderBy('appointments.id')
    .limit(mostMembers)
    .execute()
}

/** 部 that a section can belong to, of that day and to come. */
export async function listBureaus(db: Db, day: Day) {
  return db
    .selectFrom('departments')
    .select(['id', 'code', 'name'])
    .where('kind', '=', 'bureau')
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', day)]))
    .orderBy('code')
    .limit(200)
    .execute()
}

/** Everything that has projects or people on that day, by code, each with its bureau. */
export async function listDepartmentsOn(db: Db, day: Day) {
  return db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', day)))
    .select(['departments.id', 'departments.name', 'bureaus.name as bureauName'])
    .where(validOn('departments', day))
    .orderBy('departments.code')
    .limit(1_000)
    .execute()
}
