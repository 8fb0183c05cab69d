import type { Ctx } from '../context'
import { RuleBroken } from '../errors'
import { lifecycle, type Verb } from './lifecycle'

/**
 * The one writer of a proposal's stage. Refuses what the lifecycle does not allow, also when two people act at
 * the same moment: the second finds the stage moved on. Returns nothing; the fact that explains the move is the
 * caller's to write.
 */
export async function move(ctx: Ctx, proposalId: number, verb: Verb): Promise<void> {
  const { from, to } = lifecycle[verb]
  const { numUpdatedRows } = await ctx.tx
    .updateTable('proposals')
    .set((eb) => ({
      stage: to,
      stageSince: ctx.now,
      updatedAt: ctx.now,
      expiresOn: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', proposalId)
    .where('stage', 'in', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) {
    throw new RuleBroken(
      'ほかの人が先に手続きを進めたため、この操作はできません。最新の状況を確かめてください。',
    )
  }
}
