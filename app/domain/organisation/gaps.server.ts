import { bureauOn } from './bureau-of-day.server'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { type BodyOnDay, listBodies } from './bodies.server'
import { deputies, vacancies } from './heads.server'
import { quorumInWords, quorumOf } from './quorum-rule'
import type { Body } from './seat'
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
  /** Bodies that cannot act: nobody, nobody in the chair, or fewer than a quorum. */
  readonly bodies: readonly { readonly body: Body; readonly name: string; readonly lacks: string }[]
  /** People who could sign in but hold nothing that day, also those whose department has ended. */
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
/** Bodies that decide by vote need a chair and a quorum; these need somebody at all. */
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
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', day)))
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
  const listed = await listBodies(db, day)
  return listed.flatMap((body) => {
    const lacks = lackOf(body)
    return lacks === null ? [] : [{ body: body.body, name: body.name, lacks }]
  })
}

/** What keeps a body from acting, in words; null for one that can. */
export function lackOf({ body, rule, holders }: BodyOnDay): string | null {
  if (holders.length === 0) return rule || staffed.includes(body) ? 'だれもいません' : null
  if (rule === null) return null
  if (!holders.some(({ role }) => role === 'chair' || role === 'viceChair'))
    return '委員長も副委員長もいません'
  const members = new Set(holders.flatMap(({ role, personId }) => (role === 'clerk' ? [] : [personId]))).size
  return members < quorumOf(members, rule)
    ? `委員が${members}人で、定足数（${quorumInWords(members, rule)}）に足りません`
    : null
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
            .innerJoin('departments', 'departments.id', 'appointments.departmentId')
            .select('appointments.id')
            .where(validOn('departments', day))
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
