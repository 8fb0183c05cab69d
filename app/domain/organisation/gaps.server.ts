import type { Day } from '../calendar'
import type { Db } from '../context'
import { deputies, vacancies } from './heads.server'
import { type Body, bodyNames } from './seat'
import { validOn } from './validity'

export interface Gaps {
  /** Departments that nobody heads, with the bureau. */
  readonly withoutHead: readonly {
    readonly id: number
    readonly name: string
    readonly bureauName: string | null
    /** 次長 of the bureau, to whom its tasks fall meanwhile; where there is none, to the secretariat. */
    readonly deputyNames: readonly string[]
  }[]
  /** Bodies that cannot act: nobody, or nobody in the chair. */
  readonly bodies: readonly { readonly body: Body; readonly name: string; readonly lacks: string }[]
  /** People who could sign in but hold nothing that day. */
  readonly withoutPost: readonly {
    readonly id: number
    readonly name: string
    readonly employeeNumber: string
  }[]
  /** People with two main appointments at once: one of the two lists is wrong. */
  readonly twoMains: readonly {
    readonly id: number
    readonly name: string
    readonly employeeNumber: string
  }[]
}

const limit = 200
/** Bodies that decide by vote need somebody in the chair; the others need somebody at all. */
const chaired: readonly Body[] = ['improvementCommittee', 'policyCouncil', 'promotionCommittee']
const staffed: readonly Body[] = ['secretariat', 'administrators']

/** What the organisation of a day lacks: asked for today every week, and in March for 1 April. */
export async function listGaps(db: Db, day: Day): Promise<Gaps> {
  return {
    withoutHead: await listWithoutHead(db, day),
    bodies: await listUnableBodies(db, day),
    withoutPost: await listWithoutPost(db, day),
    twoMains: await listTwoMains(db, day),
  }
}

async function listWithoutHead(db: Db, day: Day): Promise<Gaps['withoutHead']> {
  const rows = await db
    .selectFrom(vacancies(day).as('vacant'))
    .innerJoin('departments', 'departments.id', 'vacant.departmentId')
    .leftJoin('departments as bureaus', 'bureaus.id', 'departments.parentId')
    .leftJoin(deputies(day).as('deputies'), 'deputies.departmentId', 'vacant.bureauId')
    .leftJoin('people', 'people.id', 'deputies.personId')
    .select(['departments.id', 'departments.name', 'bureaus.name as bureauName', 'people.name as deputyName'])
    .orderBy('departments.code')
    .orderBy('people.employeeNumber', (order) => order.asc().nullsLast())
    .limit(limit)
    .execute()
  const departments = new Map(rows.map((row) => [row.id, row]))
  return [...departments.values()].map(({ id, name, bureauName }) => ({
    ...{ id, name, bureauName },
    deputyNames: rows.flatMap((row) => (row.id === id && row.deputyName !== null ? [row.deputyName] : [])),
  }))
}

async function listUnableBodies(db: Db, day: Day): Promise<Gaps['bodies']> {
  const rows = await db
    .selectFrom('seats')
    .select((eb) => ['seats.body', 'seats.role', eb.fn.countAll<number>().as('holders')])
    .where(validOn('seats', day))
    .groupBy(['seats.body', 'seats.role'])
    .execute()
  const has = (body: Body, role?: string) =>
    rows.some((row) => row.body === body && (role === undefined || row.role === role))
  const empty = [...chaired, ...staffed]
    .filter((body) => !has(body))
    .map((body) => ({ body, lacks: 'だれもいません' }))
  const headless = chaired
    .filter((body) => has(body) && !has(body, 'chair') && !has(body, 'viceChair'))
    .map((body) => ({ body, lacks: '委員長も副委員長もいません' }))
  return [...empty, ...headless].map((gap) => ({ ...gap, name: bodyNames[gap.body] }))
}

async function listWithoutPost(db: Db, day: Day) {
  return db
    .selectFrom('people')
    .innerJoin('accounts', 'accounts.personId', 'people.id')
    .select(['people.id', 'people.name', 'people.employeeNumber'])
    .where('accounts.disabledAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('appointments')
            .select('appointments.id')
            .whereRef('appointments.personId', '=', 'people.id')
            .where(validOn('appointments', day)),
        ),
      ),
    )
    .orderBy('people.employeeNumber')
    .limit(limit)
    .execute()
}

async function listTwoMains(db: Db, day: Day) {
  return db
    .selectFrom('appointments')
    .innerJoin('people', 'people.id', 'appointments.personId')
    .select(['people.id', 'people.name', 'people.employeeNumber'])
    .where('appointments.kind', '=', 'main')
    .where(validOn('appointments', day))
    .groupBy(['people.id', 'people.name', 'people.employeeNumber'])
    .having((eb) => eb(eb.fn.countAll<number>(), '>', 1))
    .orderBy('people.employeeNumber')
    .limit(limit)
    .execute()
}
