import type { Ctx } from '../context'
import { RuleBroken } from '../errors'
import { practiceLifecycle, type PracticeVerb } from './practice'

/**
 * The one writer of a report's stage. Refuses what the lifecycle does not allow, also when two people act at the same
 * moment: the second finds the stage moved on.
 */
export async function movePractice(ctx: Ctx, practiceId: number, verb: PracticeVerb): Promise<void> {
  const { from, to } = practiceLifecycle[verb]
  const { numUpdatedRows } = await ctx.tx
    .updateTable('practices')
    .set((eb) => ({
      stage: to,
      stageSince: ctx.now,
      updatedAt: ctx.now,
      expiresOn: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', practiceId)
    .where('stage', 'in', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) {
    throw new RuleBroken(
      'ほかの人が先に手続きを進めたため、この操作はできません。最新の状況を確かめてください。',
    )
  }
}
