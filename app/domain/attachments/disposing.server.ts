import { type Day, startOf } from '../calendar'
import type { Ctx, Db } from '../context'

/** Photos and documents of proposals that were withdrawn before that day. */
export function countWithdrawnFiles(db: Db, before: Day) {
  return db
    .selectFrom('attachments')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('proposalId', 'in', withdrawnBefore(db, before))
}

/**
 * Part of the command `disposeOf`, which asks who may. The text of the proposal and its history stay; a new draft that
 * cites it has rows of its own. The bytes go some days later, with those that nobody refers to any more.
 */
export async function removeWithdrawnFiles(ctx: Ctx, before: Day): Promise<number> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('attachments')
    .where('proposalId', 'in', withdrawnBefore(ctx.tx, before))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** The stage is asked as well: a withdrawal is the end of a proposal, and only of such a one files may go. */
function withdrawnBefore(db: Db, before: Day) {
  return db
    .selectFrom('withdrawals')
    .innerJoin('proposals', 'proposals.id', 'withdrawals.proposalId')
    .select('proposals.id')
    .where('withdrawals.withdrawnAt', '<', startOf(before))
    .where('proposals.stage', '=', 'withdrawn')
}
