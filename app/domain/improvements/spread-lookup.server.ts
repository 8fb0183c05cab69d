import type { Instant } from '../calendar'
import type { Db } from '../context'
import type { SpreadState } from './spread'

export interface ListedSpread {
  readonly id: number
  readonly departmentId: number
  readonly departmentName: string
  readonly state: SpreadState
  readonly stateSince: Instant
  readonly projectId: number | null
  readonly plannedFor: string
  readonly note: string
  readonly reason: string
  /** The report that is being written or was confirmed. */
  readonly practiceId: number | null
  /** What the department itself has on the shelf of it. */
  readonly copyId: number | null
}

const mostListed = 130

/** Who took an improvement up, in the order of the organisation; what was cancelled is not shown. */
export async function listSpreads(db: Db, improvementId: number): Promise<ListedSpread[]> {
  const rows = await db
    .selectFrom('spreads')
    .innerJoin('departments', 'departments.id', 'spreads.departmentId')
    .leftJoin('improvements as copies', 'copies.practiceId', 'spreads.practiceId')
    .select([
      'spreads.id',
      'spreads.departmentId',
      'departments.name as departmentName',
      'spreads.state',
      'spreads.stateSince',
      'spreads.projectId',
      'spreads.plannedFor',
      'spreads.note',
      'spreads.reason',
      'spreads.practiceId',
      'copies.id as copyId',
    ])
    .where('spreads.improvementId', '=', improvementId)
    .where('spreads.state', '!=', 'cancelled')
    .orderBy('departments.code')
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as SpreadState }))
}
