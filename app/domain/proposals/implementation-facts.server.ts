import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
import type { ImplementationStatus } from './decision'
import { findFactsSeenBy } from './facts.server'
import { withHeirs } from '../organisation/heirs.server'
import type { ImplementationFacts } from './implementation-policy'
import type { ProposalFacts } from './proposal'

/** Both sides of every permission question here. Throws NotFound where nothing is to be carried out, or all is hidden. */
export async function findCarriedOut(
  db: Db,
  actor: Actor,
  proposalId: number,
): Promise<{ proposal: ProposalFacts; implementation: ImplementationFacts }> {
  const proposal = await findFactsSeenBy(db, actor, proposalId)
  const implementation = await findImplementationFacts(db, proposalId, actor.today)
  if (!implementation) throw new NotFound()
  return { proposal, implementation }
}

/** Null while nothing was adopted and notified. */
export async function findImplementationFacts(
  db: Db,
  proposalId: number,
  today: Day,
): Promise<ImplementationFacts | null> {
  const rows = await selectFacts(db, proposalId, today)
  const [row] = rows
  if (!row) return null
  return {
    departmentIds: rows.map(({ heirId }) => heirId),
    status: row.status as ImplementationStatus,
    completedAt: row.completedAt,
    completedById: row.completedById,
    endedAt: row.endedAt,
    version: row.version,
  }
}

/** One row for each department that the task came down to. */
function selectFacts(db: Db, proposalId: number, today: Day) {
  const named = sql`select "departmentId" from "implementations" where "proposalId" = ${proposalId}`
  return db
    .selectFrom('implementations')
    .innerJoin(withHeirs(named, today).as('heirs'), (join) => join.onTrue())
    .select(['status', 'completedAt', 'completedById', 'endedAt', 'version', 'heirs.id as heirId'])
    .where('proposalId', '=', proposalId)
    .orderBy('heirs.id')
    .execute()
}
