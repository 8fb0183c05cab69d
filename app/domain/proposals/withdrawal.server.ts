import type { Ctx } from '../context'
import { insist } from '../errors'
import { findFactsSeenBy } from './facts.server'
import { move } from './move.server'
import { mayWithdraw } from './policy'

/** The lead author takes the proposal back; what was written stays, and can be taken up again. */
export async function withdrawProposal(
  ctx: Ctx,
  { proposalId, reason }: { proposalId: number; reason: string },
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayWithdraw(ctx.actor, facts))
  await move(ctx, proposalId, 'withdraw')
  await ctx.tx
    .insertInto('withdrawals')
    .values({
      ...{ proposalId, reason, fromStage: facts.stage },
      ...{ withdrawnAt: ctx.now, withdrawnById: ctx.actor.personId },
    })
    .execute()
  ctx.happened({ kind: 'proposal.withdrawn', proposalId })
}
