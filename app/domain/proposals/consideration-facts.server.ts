import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
import type { AskedFacts } from './consideration-policy'
import { findFactsSeenBy } from './facts.server'
import { withHeirs } from '../organisation/heirs.server'
import type { Stage } from './lifecycle'

/** The facts for permission questions, with the settings of the proposal's year. */
export interface Asked extends AskedFacts {
  readonly departmentId: number
  readonly fiscalYear: number
  readonly minimumGroundsLength: number
}

/** The same for a verb. Throws NotFound for whoever may not read the proposal, as for a question nobody asked. */
export async function findAskedSeenBy(db: Db, actor: Actor, considerationId: number): Promise<Asked> {
  const asked = await findAsked(db, considerationId, actor.today)
  await findFactsSeenBy(db, actor, asked.proposalId)
  return asked
}

/** In one statement. Throws NotFound. */
export async function findAsked(db: Db, considerationId: number, today: Day): Promise<Asked> {
  const rows = await selectAsked(db, considerationId, today)
  const [row] = rows
  if (!row) throw new NotFound()
  return {
    id: row.id,
    proposalId: row.proposalId,
    stage: row.stage as Stage,
    departmentId: row.departmentId,
    departmentIds: rows.map(({ heirId }) => heirId),
    isLead: row.isLead === 1,
    takenUpAt: row.takenUpAt,
    answeredAt: row.answeredAt,
    openElsewhere: row.openElsewhere ?? 0,
    departmentMayDecide: row.departmentMayDecide === 1,
    fiscalYear: row.fiscalYear,
    minimumGroundsLength: row.minimumGroundsLength,
  }
}

/** One row for each department that the question came down to. */
function selectAsked(db: Db, considerationId: number, today: Day) {
  const asked = sql`select "departmentId" from "considerations" where "id" = ${considerationId}`
  return db
    .selectFrom('considerations')
    .innerJoin('proposals', 'proposals.id', 'considerations.proposalId')
    .innerJoin('campaigns', 'campaigns.id', 'proposals.campaignId')
    .innerJoin('fiscalYears', 'fiscalYears.fiscalYear', 'proposals.fiscalYear')
    .innerJoin(withHeirs(asked, today).as('heirs'), (join) => join.onTrue())
    .select((eb) => [
      'considerations.id',
      'considerations.proposalId',
      'considerations.departmentId',
      'considerations.isLead',
      'considerations.takenUpAt',
      'considerations.answeredAt',
      'proposals.stage',
      'proposals.fiscalYear',
      'campaigns.departmentMayDecide',
      'fiscalYears.minimumGroundsLength',
      'heirs.id as heirId',
      eb
        .selectFrom('considerations as others')
        .select(({ fn }) => fn.countAll<number>().as('open'))
        .whereRef('others.proposalId', '=', 'considerations.proposalId')
        .whereRef('others.id', '!=', 'considerations.id')
        .where('others.answeredAt', 'is', null)
        .as('openElsewhere'),
    ])
    .where('considerations.id', '=', considerationId)
    .orderBy('heirs.id')
    .execute()
}
