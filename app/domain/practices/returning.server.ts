import type { Ctx } from '../context'
import { insist } from '../errors'
import { findPracticeFactsSeenBy } from './facts.server'
import { movePractice } from './move.server'
import { mayReturn } from './policy'

/** 差戻し: gives the report back to its authors, saying what is missing. It keeps its number. */
export async function returnPractice(
  ctx: Ctx,
  { practiceId, missing }: { practiceId: number; missing: string },
): Promise<void> {
  insist(mayReturn(ctx.actor, await findPracticeFactsSeenBy(ctx.tx, ctx.actor, practiceId)))
  await movePractice(ctx, practiceId, 'returnForRevision')
  const { id: returnId } = await ctx.tx
    .insertInto('practiceReturns')
    .values({ practiceId, missing, returnedAt: ctx.now, returnedById: ctx.actor.personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'practice.returned', practiceId, returnId })
}
