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
    .where('refusals.kind', '<>', 'closed')
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
