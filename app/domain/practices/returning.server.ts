import type { Ctx } from '../context'
import { insist } from '../errors'
import { findPracticeFactsSeenBy } from './facts.server'
import { movePractice } from './move.server'
import { mayReturn } from './policy'
import { confirmsFor } from './practice'

/** 差戻し: gives the report back to its authors, saying what is missing. It keeps its number. */
export async function returnPractice(
  ctx: Ctx,
  { practiceId, missing }: { practiceId: number; missing: string },
): Promise<void> {
  const facts = await findPracticeFactsSeenBy(ctx.tx, ctx.actor, practiceId)
  insist(mayReturn(ctx.actor, facts))
  const onBehalfOfId = confirmsFor(ctx.actor, facts)
  await movePractice(ctx, practiceId, 'returnForRevision')
  const { id: returnId } = await ctx.tx
    .insertInto('practiceReturns')
    .values({
      ...{ practiceId, missing, returnedAt: ctx.now },
      ...{ returnedById: ctx.actor.personId, returnedForId: onBehalfOfId },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened({ kind: 'practice.returned', practiceId, returnId }, onBehalfOfId)
}
