import { bureauOn } from './bureau-of-day.server'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from './actor'
import { delegationsInForce, deputyRankOn } from './heads.server'
import { mayDelegate } from './policy'

export type DelegationState = 'coming' | 'running' | 'lapsed' | 'over'

export interface Delegation {
  readonly id: number
  readonly headName: string
  readonly delegateName: string
  readonly validFrom: Day
  readonly validTo: Day
  /** `lapsed`: its days are not over, but the head or the delegate has moved on. */
  readonly state: DelegationState
}

/** The delegations of a department, the latest first. */
export async function listDelegations(db: Db, departmentId: number, today: Day): Promise<Delegation[]> {
  const rows = await db
    .selectFrom('delegations')
    .innerJoin('people as heads', 'heads.id', 'delegations.headId')
    .innerJoin('people as delegates', 'delegates.id', 'delegations.delegateId')
    .select(['delegations.id', 'heads.name as headName', 'delegates.name as delegateName'])
    .select(['delegations.validFrom', 'delegations.validTo', 'delegations.endedAt'])
    .select((eb) =>
      eb
        .selectFrom(delegationsInForce(today).as('running'))
        .select((inner) => inner.fn.max('running.id').as('id'))
        .whereRef('running.id', '=', 'delegations.id')
        .as('runningId'),
    )
    .where('delegations.departmentId', '=', departmentId)
    .orderBy('delegations.validFrom', 'desc')
    .orderBy('delegations.id', 'desc')
    .limit(100)
    .execute()
  return rows.map(({ endedAt, runningId, ...row }) => ({
    ...row,
    state: stateOf(row, today, { hasEnded: endedAt !== null, runs: runningId !== null }),
  }))
}

/** The department of a delegation. Throws NotFound for whoever may not end it. */
export async function findDelegationDepartment(db: Db, actor: Actor, id: number): Promise<number> {
  const row = await db
    .selectFrom('delegations')
    .select('departmentId')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || !mayDelegate(actor, row.departmentId).ok) throw new NotFound()
  return row.departmentId
}

/** Who may be named: the people of the department, today's and those to come, and the 次長 of its bureau. */
export async function listDelegateChoices(db: Db, departmentId: number, today: Day) {
  const rows = await selectDelegateChoices(db, departmentId, today)
    .innerJoin('people', 'people.id', 'appointments.personId')
    .select(['people.name', 'people.employeeNumber', 'posts.name as postName'])
    .where((eb) => eb.or([eb('appointments.validTo', 'is', null), eb('appointments.validTo', '>=', today)]))
    .orderBy('posts.rank')
    .orderBy('people.employeeNumber')
    .limit(500)
    .execute()
  return [...new Map(rows.map((row) => [row.personId, row])).values()]
}

export function selectDelegateChoices(db: Db, departmentId: number, today: Day) {
  return db
    .selectFrom('departments')
    .innerJoin('appointments', (join) =>
      join.on(({ eb, or }) =>
        or([
          eb('appointments.departmentId', '=', eb.ref('departments.id')),
          eb('appointments.departmentId', '=', bureauOn('departments', today)),
        ]),
      ),
    )
    .innerJoin('posts', 'posts.id', 'appointments.postId')
    .select('appointments.personId')
    .where('departments.id', '=', departmentId)
    .where('posts.isHead', '=', 0)
    .where((eb) =>
      eb.or([
        eb('appointments.departmentId', '=', eb.ref('departments.id')),
        eb('posts.rank', '=', deputyRankOn(today)),
      ]),
    )
}

function stateOf(
  { validFrom, validTo }: { validFrom: Day; validTo: Day },
  today: Day,
  { hasEnded, runs }: { hasEnded: boolean; runs: boolean },
): DelegationState {
  if (hasEnded || validTo < today) return 'over'
  if (validFrom > today) return 'coming'
  return runs ? 'running' : 'lapsed'
}
