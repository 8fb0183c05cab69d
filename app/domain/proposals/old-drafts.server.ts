import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { isStillExpired, isStillForgotten, listExpired, listForgotten } from '../old-drafts.server'
import { eraseDraft } from './drafting.server'
import { findFactsSeenBy } from './facts.server'
import { mayRevise } from './policy'
import { touchDraft } from './touching.server'

/** Drafts last saved before that day of which the authors were not told yet, the oldest first. */
export async function listForgottenDrafts(db: Db, savedBefore: Day, most: { limit: number }) {
  return listForgotten(db, 'proposals', savedBefore, most)
}

/** Drafts whose day has come, and that nobody kept. */
export async function listExpiredDrafts(db: Db, today: Day, most: { limit: number }) {
  return listExpired(db, 'proposals', today, most)
}

/** The system tells the authors on which day the draft goes. Does nothing where one of them saved it meanwhile. */
export async function warnOfExpiry(
  ctx: Ctx,
  { proposalId, savedBefore, expiresOn }: { proposalId: number; savedBefore: Day; expiresOn: Day },
): Promise<void> {
  if (!(await isStillForgotten(ctx, 'proposals', proposalId, savedBefore))) return
  await ctx.tx.updateTable('proposals').set({ expiresOn }).where('id', '=', proposalId).execute()
  ctx.happened({ kind: 'proposal.draftWarned', proposalId, expiresOn })
}

/** The system lets a draft go whose day has come. Does nothing where one of its authors kept it meanwhile. */
export async function letDraftExpire(ctx: Ctx, { proposalId }: { proposalId: number }): Promise<void> {
  if (await isStillExpired(ctx, 'proposals', proposalId)) await eraseDraft(ctx, proposalId)
}

/** An author keeps a draft as it is: its months begin anew. Throws RuleBroken for what was handed in. */
export async function keepOldDraft(ctx: Ctx, { proposalId }: { proposalId: number }): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayRevise(ctx.actor, facts))
  if (facts.stage !== 'draft') throw new RuleBroken('この提案はもう提出されています。廃棄されません。')
  await touchDraft(ctx, proposalId)
}

/** Under another rule the authors are told anew. Part of `decideOnDrafts`. */
export async function takeBackWarnings(ctx: Ctx): Promise<void> {
  await ctx.tx
    .updateTable('proposals')
    .set({ expiresOn: null })
    .where('stage', '=', 'draft')
    .where('expiresOn', 'is not', null)
    .execute()
}
