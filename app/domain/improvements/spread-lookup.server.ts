import type { Day, Instant } from '../calendar'
import type { Db } from '../context'
import { type Actor, mainAppointment } from '../organisation/actor'
import { isOrBecame } from '../organisation/heirs.server'
import { worded } from '../worded.server'
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
  const rows = await selectShown(db, { improvementId })
  return rows.map((row) => ({ ...row, state: row.state as SpreadState }))
}

const selectShown = worded((db, { improvementId }: { improvementId: number }) =>
  selectSpreads(db, improvementId)
    .where('spreads.state', '!=', 'cancelled')
    .orderBy('departments.code')
    .limit(mostListed),
)

/** That of the actor's department, or of one it came out of; cancelled or not. */
export async function findOwnSpread(
  db: Db,
  actor: Actor,
  improvementId: number,
): Promise<ListedSpread | undefined> {
  const main = mainAppointment(actor)
  if (!main) return undefined
  return findSpreadOf(db, { improvementId, departmentId: main.departmentId, today: actor.today })
}

/** That of a department, or of one it came out of; cancelled or not. */
export async function findSpreadOf(
  db: Db,
  { improvementId, departmentId, today }: { improvementId: number; departmentId: number; today: Day },
): Promise<ListedSpread | undefined> {
  const row = await selectSpreads(db, improvementId)
    .where(isOrBecame('spreads.departmentId', [departmentId], today))
    .orderBy((eb) => eb.case().when('spreads.departmentId', '=', departmentId).then(0).else(1).end())
    .orderBy('spreads.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, state: row.state as SpreadState }
}

function selectSpreads(db: Db, improvementId: number) {
  return db
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
}
