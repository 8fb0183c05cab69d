import { copyAttachments } from '../attachments/storing.server'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import type { Logged } from '../events/event'
import { emptyContent as emptyPractice } from '../practices/content'
import { draftPractice } from '../practices/drafting.server'
import { emptyContent as emptyProposal } from '../proposals/content'
import { draftProposal } from '../proposals/drafting.server'
import { mayGrow } from './memo'
import { findMemoFactsSeenBy } from './seen.server'
import { setSharing } from './sharing.server'

interface Growing {
  readonly memoId: number
  /** Of those who think along, the ones who go on together. */
  readonly companionIds: readonly number[]
}

/**
 * Begins a report with what the memo says and its photo; the chosen companions are among those who took part. Throws
 * RuleBroken for somebody who does not think along.
 */
export async function growIntoPractice(ctx: Ctx, growing: Growing): Promise<{ practiceId: number }> {
  const { text, companionIds } = await begin(ctx, growing)
  const { practiceId } = await draftPractice(ctx, { ...emptyPractice, before: text, memberIds: companionIds })
  await end(ctx, growing.memoId, { practiceId })
  return { practiceId }
}

/** The same into a proposal, with the chosen companions as co-authors. Throws RuleBroken while no campaign is open. */
export async function growIntoProposal(ctx: Ctx, growing: Growing): Promise<{ proposalId: number }> {
  const { text, companionIds } = await begin(ctx, growing)
  const { proposalId } = await draftProposal(ctx, {
    ...{ ...emptyProposal, currentSituation: text, coAuthorIds: companionIds },
  })
  await end(ctx, growing.memoId, { proposalId })
  return { proposalId }
}

/** Reaction: a draft that is discarded gives its memo back. */
export async function giveBackMemo(ctx: Ctx, event: Logged): Promise<void> {
  if (event.kind === 'practice.discarded') {
    await ctx.tx
      .updateTable('memos')
      .set({ practiceId: null })
      .where('practiceId', '=', event.practiceId)
      .execute()
  }
  if (event.kind === 'proposal.discarded') {
    await ctx.tx
      .updateTable('memos')
      .set({ proposalId: null })
      .where('proposalId', '=', event.proposalId)
      .execute()
  }
}

async function begin(ctx: Ctx, { memoId, companionIds }: Growing) {
  const memo = await findMemoFactsSeenBy(ctx.tx, ctx.actor, memoId)
  insist(mayGrow(ctx.actor, memo))
  if (companionIds.some((id) => !memo.companionIds.includes(id))) {
    throw new RuleBroken('いっしょに考えている人から選び直してください', 'companionIds')
  }
  const { text } = await ctx.tx
    .selectFrom('memos')
    .select('text')
    .where('id', '=', memoId)
    .executeTakeFirstOrThrow()
  return { text, companionIds: [...new Set(companionIds)] }
}

/**
 * The memo remembers what it became, and looks for nobody any more: a line under the writer's name that all staff read
 * would tell who wrote a proposal whose names are hidden.
 */
async function end(
  ctx: Ctx,
  memoId: number,
  grown: { readonly practiceId: number } | { readonly proposalId: number },
): Promise<void> {
  await ctx.tx.updateTable('memos').set(grown).where('id', '=', memoId).execute()
  await setSharing(ctx, memoId, 'nobody')
  await copyAttachments(ctx, { memoId }, grown)
}
