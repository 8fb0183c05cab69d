import type { Day } from '../calendar'
import type { Db } from '../context'
import { type QuorumRule, usualQuorum } from './quorum-rule'
import { listQuorumRules } from './quorum-rules.server'
import { bodies, type Body, bodyNames, isChaired, type SeatRole } from './seat'
import { validOn } from './validity'

export interface BodyOnDay {
  readonly body: Body
  readonly name: string
  /** Of those who decide by vote. */
  readonly rule: QuorumRule | null
  readonly holders: readonly {
    readonly seatId: number
    readonly personId: number
    readonly name: string
    readonly role: SeatRole
    readonly validTo: Day | null
  }[]
}

/** 会議体 with who sits on them that day, the chair first. Two statements. */
export async function listBodies(db: Db, day: Day): Promise<BodyOnDay[]> {
  const rules = await listQuorumRules(db, day)
  const seats = await db
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.personId')
    .select(['seats.id as seatId', 'seats.body', 'seats.role', 'seats.validTo'])
    .select(['people.id as personId', 'people.name'])
    .where(validOn('seats', day))
    .orderBy('seats.id')
    .limit(1_000)
    .execute()
  return bodies.map((body) => ({
    body,
    name: bodyNames[body],
    rule: isChaired(body) ? (rules.get(body) ?? usualQuorum) : null,
    holders: seats
      .filter((seat) => seat.body === body)
      .map(({ body: _, ...seat }) => seat)
      .toSorted((one, other) => roleOrder.indexOf(one.role) - roleOrder.indexOf(other.role)),
  }))
}

const roleOrder: readonly SeatRole[] = ['chair', 'viceChair', 'member', 'clerk']
