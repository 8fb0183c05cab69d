import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
import { withHeirs } from '../organisation/heirs.server'
import { readersOf } from './consideration-lookup.server'
import { type Asked, findAsked } from './consideration-facts.server'
import type { ConsultedFacts } from './consultation-policy'
import { findFactsSeenBy } from './facts.server'

export interface Consulted extends ConsultedFacts {
  readonly id: number
  readonly departmentId: number
  readonly question: string
  /** The consideration in which it was asked, and by which department. */
  readonly asked: Asked
  readonly byDepartmentName: string
}

/** For a page and a verb alike. Throws NotFound for whoever is not meant to read what departments ask each other. */
export async function findConsultedSeenBy(db: Db, actor: Actor, consultationId: number): Promise<Consulted> {
  const rows = await selectConsulted(db, consultationId, actor.today)
  const [row] = rows
  if (!row) throw new NotFound()
  const asked = await findAsked(db, row.considerationId, actor.today)
  const facts = await findFactsSeenBy(db, actor, asked.proposalId)
  if (!readersOf(actor, facts).isReviewer) throw new NotFound()
  const { id, departmentId, question, answeredAt, byDepartmentName } = row
  return {
    ...{ id, departmentId, question, answeredAt, byDepartmentName, asked },
    departmentIds: rows.map(({ heirId }) => heirId),
  }
}

/** One row for each department that the question came down to. */
function selectConsulted(db: Db, consultationId: number, today: Day) {
  const consulted = sql`select "departmentId" from "consultations" where "id" = ${consultationId}`
  return db
    .selectFrom('consultations')
    .innerJoin('considerations', 'considerations.id', 'consultations.considerationId')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .innerJoin(withHeirs(consulted, today).as('heirs'), (join) => join.onTrue())
    .select([
      ...(['consultations.id', 'consultations.considerationId', 'consultations.departmentId'] as const),
      ...(['consultations.question', 'consultations.answeredAt'] as const),
      ...(['departments.name as byDepartmentName', 'heirs.id as heirId'] as const),
    ])
    .where('consultations.id', '=', consultationId)
    .orderBy('heirs.id')
    .execute()
}
