import type { Ctx } from '../context'
import { insist, NotFound } from '../errors'
import { findFacts, findFactsSeenBy } from './facts.server'
import { mayFollow, type Stage } from './lifecycle'
import { move } from './move.server'
import { mayMerge, mayUndoMerger } from './policy'

/** 統合: the same idea goes on as one, and all its authors are credited. Can be undone. */
export async function mergeInto(
  ctx: Ctx,
  { proposalId, intoId, reason }: { proposalId: number; intoId: number; reason: string },
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  const into = await findFacts(ctx.tx, intoId, ctx.today)
  insist(mayMerge(ctx.actor, facts, into))
  await move(ctx, proposalId, 'mergeInto')
  await ctx.tx
    .insertInto('mergers')
    .values({
      ...{ proposalId, intoId, reason, fromStage: facts.stage },
      ...{ mergedAt: ctx.now, mergedById: ctx.actor.personId, undoneAt: null },
    })
    .execute()
  ctx.happened({ kind: 'proposal.merged', proposalId, intoId })
}

/** Back to where it was before the merger, with the questions that were open then. */
export async function undoMerger(ctx: Ctx, { proposalId }: { proposalId: number }): Promise<void> {
  insist(mayUndoMerger(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)))
  const merger = await ctx.tx
    .selectFrom('mergers')
    .select(['id', 'intoId', 'fromStage'])
    .where('proposalId', '=', proposalId)
    .where('undoneAt', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!merger) throw new NotFound()
  const wasAccepted = !mayFollow('acceptForReview', merger.fromStage as Stage)
  await move(ctx, proposalId, wasAccepted ? 'undoMerger' : 'undoMergerBeforeAcceptance')
  await ctx.tx.updateTable('mergers').set({ undoneAt: ctx.now }).where('id', '=', merger.id).execute()
  ctx.happened({ kind: 'proposal.mergerUndone', proposalId, intoId: merger.intoId })
}
