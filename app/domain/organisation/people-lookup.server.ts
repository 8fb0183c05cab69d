import { bureauOn } from './bureau-of-day.server'
import { addDays, type Day, type Instant, startOf } from '../calendar'
import { beginningWith, containing } from '../containing.server'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { PeopleFilter } from './people-filter'
import { folded } from './person'
import type { Body } from './seat'
import { validOn } from './validity'

const pageSize = 50

interface Asked {
  readonly text?: string | undefined
  readonly filter?: PeopleFilter | undefined
  /** The employee number after which the page begins. */
  readonly after?: string | undefined
  /** After so many days without a sign-in an account is `unused`. */
  readonly unusedDays?: number | undefined
}

/** Staff by employee number, a page at a time, each with the main appointment of the day. */
export async function listPeople(
  db: Db,
  { text = '', filter, after = '', unusedDays = 0 }: Asked,
  today: Day,
) {
  const key = folded(text)
  const rows = await selectPeople(db, today)
    .where('people.employeeNumber', '>', after)
    .$if(key !== '', (query) =>
      query.where((eb) =>
        eb.or([
          containing(eb.ref('people.searchKey'), key),
          beginningWith(eb.ref('people.employeeNumber'), key),
        ]),
      ),
    )
    .$if(filter === 'withoutPost', (query) => query.where('appointments.id', 'is', null))
    .$if(filter === 'withoutAccount', (query) =>
      query.where('accounts.personId', 'is', null).where('appointments.id', 'is not', null),
    )
    .$if(filter === 'stopped', (query) => query.where('accounts.disabledAt', 'is not', null))
    .$if(filter === 'unused', (query) =>
      query.where('accounts.disabledAt', 'is', null).where((eb) => {
        const used = eb.fn.coalesce('accounts.lastSignedInAt', 'accounts.passwordChangedAt')
        return eb(used, '<', startOf(addDays(today, -unusedDays)))
      }),
    )
    .orderBy('people.employeeNumber')
    .limit(pageSize + 1)
    .execute()
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.employeeNumber ?? null) : null }
}

export interface PersonFound {
  readonly id: number
  readonly employeeNumber: string
  readonly name: string
  readonly kana: string
  readonly email: string | null
  readonly employmentType: string
  readonly account: {
    readonly openedAs: 'initial' | 'own'
    readonly initialUntil: Instant | null
    readonly disabledAt: Instant | null
    readonly lastSignedInAt: Instant | null
  } | null
}

/** Throws NotFound. */
export async function findPerson(db: Db, id: number): Promise<PersonFound> {
  const row = await db
    .selectFrom('people')
    .leftJoin('accounts', 'accounts.personId', 'people.id')
    .select(['people.id', 'people.employeeNumber', 'people.name', 'people.kana', 'people.email'])
    .select(['people.employmentType', 'accounts.personId as accountId', 'accounts.initialUntil'])
    .select(['accounts.disabledAt', 'accounts.lastSignedInAt'])
    .where('people.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { accountId, initialUntil, disabledAt, lastSignedInAt, ...person } = row
  return {
    ...person,
    account:
      accountId === null
        ? null
        : { openedAs: initialUntil ? 'initial' : 'own', initialUntil, disabledAt, lastSignedInAt },
  }
}

/** All of a person's appointments, what is to come first. */
export async function listAppointmentsOf(db: Db, personId: number) {
  return db
    .selectFrom('appointments')
    .innerJoin('departments', 'departments.id', 'appointments.departmentId')
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .select(['appointments.id', 'appointments.kind', 'appointments.validFrom', 'appointments.validTo'])
    .select(['appointments.departmentId', 'departments.name as departmentName'])
    .select(['posts.name as postName', 'posts.isHead'])
    .where('appointments.personId', '=', personId)
    .orderBy('appointments.validFrom', 'desc')
    .orderBy('appointments.id', 'desc')
    .limit(200)
    .execute()
}

/** All of a person's seats, what is to come first. */
export async function listSeatsOf(db: Db, personId: number) {
  const rows = await db
    .selectFrom('seats')
    .select(['id', 'body', 'role', 'validFrom', 'validTo'])
    .where('personId', '=', personId)
    .orderBy('validFrom', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, body: row.body as Body }))
}

/** Departments of that day in their order, each below its bureau, and posts by rank: what a form offers. */
export async function listPlaces(db: Db, day: Day) {
  const departments = await db
    .selectFrom('departments')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', day)))
    .select(['departments.id', 'departments.name', 'bureaus.name as bureauName'])
    .where((eb) => eb.or([eb('departments.validTo', 'is', null), eb('departments.validTo', '>=', day)]))
    .orderBy('departments.code')
    .limit(1_000)
    .execute()
  const posts = await db
    .selectFrom('posts')
    .select(['id', 'name'])
    .orderBy('rank')
    .orderBy('code')
    .limit(500)
    .execute()
  return { departments, posts }
}

function selectPeople(db: Db, today: Day) {
  return db
    .selectFrom('people')
    .leftJoin('appointments', (join) =>
      join
        .onRef('appointments.personId', '=', 'people.id')
        .on('appointments.kind', '=', 'main')
        .on(validOn('appointments', today)),
    )
    .leftJoin('departments', 'departments.id', 'appointments.departmentId')
    .leftJoin('posts', 'posts.id', 'appointments.postId')
    .leftJoin('accounts', 'accounts.personId', 'people.id')
    .select(['people.id', 'people.employeeNumber', 'people.name', 'people.kana'])
    .select(['departments.name as departmentName', 'posts.name as postName'])
    .select(['accounts.personId as accountId', 'accounts.disabledAt', 'accounts.lastSignedInAt'])
}
