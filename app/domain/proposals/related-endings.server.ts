import type { Db } from '../context'
import type { Part } from './related.server'

/** What was missing when it was sent back last. */
export function returned(db: Db, proposalId: number): Part {
  return db
    .selectFrom('returns')
    .select((eb) => [
      eb.val<string>('returned').as('kind'),
      'returns.id',
      'returns.missing as name',
      eb.ref('returns.returnedAt').$castTo<string | null>().as('detail'),
      'returns.id as position',
    ])
    .where('returns.proposalId', '=', proposalId)
}

/** How and why it ended: at the intake, or when the secretariat closed it. */
export function refused(db: Db, proposalId: number): Part {
  return db
    .selectFrom('refusals')
    .leftJoin('departments', 'departments.id', 'refusals.departmentId')
    .leftJoin('reasonCodes', (join) =>
      join
        .on('reasonCodes.usedFor', '=', 'notAccepted')
        .onRef('reasonCodes.code', '=', 'refusals.reasonCode'),
    )
    .select((eb) => [
      eb.val<string>('refused').as('kind'),
      'refusals.proposalId as id',
      'refusals.reason as name',
      eb.fn.coalesce('departments.name', 'reasonCodes.label').as('detail'),
      'refusals.proposalId as position',
    ])
    .where('refusals.proposalId', '=', proposalId)
}

/** Why it was merged, while it is. */
export function merged(db: Db, proposalId: number): Part {
  return db
    .selectFrom('mergers')
    .select((eb) => [
      eb.val<string>('merged').as('kind'),
      'mergers.id',
      'mergers.reason as name',
      eb.ref('mergers.mergedAt').$castTo<string | null>().as('detail'),
      'mergers.id as position',
    ])
    .where('mergers.proposalId', '=', proposalId)
    .where('mergers.undoneAt', 'is', null)
}

export function withdrawn(db: Db, proposalId: number): Part {
  return db
    .selectFrom('withdrawals')
    .select((eb) => [
      eb.val<string>('withdrawn').as('kind'),
      'withdrawals.id',
      'withdrawals.reason as name',
      eb.ref('withdrawals.withdrawnAt').$castTo<string | null>().as('detail'),
      'withdrawals.id as position',
    ])
    .where('withdrawals.proposalId', '=', proposalId)
}
