import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { isStillExpired, isStillForgotten, listExpired, listForgotten } from '../old-drafts.server'
import { eraseDraft } from './drafting.server'
import { findPracticeFactsSeenBy } from './facts.server'
import { mayRevise } from './policy'
import { touchDraft } from './touching.server'

/** Drafts last saved before that day of which the authors were not told yet, the oldest first. */
export async function listForgottenDrafts(db: Db, savedBefore: Day, most: { limit: number }) {
  return listForgotten(db, 'practices', savedBefore, most)
}

/** Drafts whose day has come, and that nobody kept. */
export async function listExpiredDrafts(db: Db, today: Day, most: { limit: number }) {
  return listExpired(db, 'practices', today, most)
}

/** The system tells the authors on which day the draft goes. Does nothing where one of them saved it meanwhile. */
export async function warnOfExpiry(
  ctx: Ctx,
  { practiceId, savedBefore, expiresOn }: { practiceId: number; savedBefore: Day; expiresOn: Day },
): Promise<void> {
  if (!(await isStillForgotten(ctx, 'practices', practiceId, savedBefore))) return
  await ctx.tx.updateTable('practices').set({ expiresOn }).where('id', '=', practiceId).execute()
  ctx.happened({ kind: 'practice.draftWarned', practiceId, expiresOn })
}

/** The system lets a draft go whose day has come. Does nothing where one of its authors kept it meanwhile. */
export async function letDraftExpire(ctx: Ctx, { practiceId }: { practiceId: number }): Promise<void> {
  if (await isStillExpired(ctx, 'practices', practiceId)) await eraseDraft(ctx, practiceId)
}

/** An author keeps a draft as it is: its months begin anew. Throws RuleBroken for what was reported. */
export async function keepOldDraft(ctx: Ctx, { practiceId }: { practiceId: number }): Promise<void> {
  const facts = await findPracticeFactsSeenBy(ctx.tx, ctx.actor, practiceId)
  insist(mayRevise(ctx.actor, facts))
  if (facts.stage !== 'draft') throw new RuleBroken('この改善はもう報告されています。廃棄されません。')
  await touchDraft(ctx, practiceId)
}

/** Under another rule the authors are told anew. Part of `decideOnDrafts`. */
export async function takeBackWarnings(ctx: Ctx): Promise<void> {
  await ctx.tx
    .updateTable('practices')
    .set({ expiresOn: null })
    .where('stage', '=', 'draft')
    .where('expiresOn', 'is not', null)
    .execute()
}
