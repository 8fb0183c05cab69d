import { type Day, startOf } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { isSystem } from '../organisation/actor'
import { eraseDraft } from './drafting.server'
import { findPracticeFactsSeenBy } from './facts.server'
import { mayRevise } from './policy'
import { touchDraft } from './touching.server'

/** Drafts last saved before that day of which the authors were not told yet, the oldest first. */
export async function listForgottenDrafts(
  db: Db,
  savedBefore: Day,
  { limit }: { limit: number },
): Promise<number[]> {
  const rows = await selectForgotten(db, savedBefore).select('id').orderBy('updatedAt').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** Drafts whose day has come, and that nobody kept. */
export async function listExpiredDrafts(db: Db, today: Day, { limit }: { limit: number }): Promise<number[]> {
  const rows = await selectExpired(db, today).select('id').orderBy('id').limit(limit).execute()
  return rows.map(({ id }) => id)
}

/** The system tells the authors on which day the draft goes. Does nothing where one of them saved it meanwhile. */
export async function warnOfExpiry(
  ctx: Ctx,
  { practiceId, savedBefore, expiresOn }: { practiceId: number; savedBefore: Day; expiresOn: Day },
): Promise<void> {
  if (!isSystem(ctx.actor)) throw new Error('Only the clock warns of drafts')
  const stands = await selectForgotten(ctx.tx, savedBefore)
    .select('id')
    .where('id', '=', practiceId)
    .executeTakeFirst()
  if (!stands) return
  await ctx.tx.updateTable('practices').set({ expiresOn }).where('id', '=', practiceId).execute()
  ctx.happened({ kind: 'practice.draftWarned', practiceId, expiresOn })
}

/** The system lets a draft go whose day has come. Does nothing where one of its authors kept it meanwhile. */
export async function letDraftExpire(ctx: Ctx, { practiceId }: { practiceId: number }): Promise<void> {
  if (!isSystem(ctx.actor)) throw new Error('Only the clock lets drafts expire')
  const stands = await selectExpired(ctx.tx, ctx.today)
    .select('id')
    .where('id', '=', practiceId)
    .executeTakeFirst()
  if (stands) await eraseDraft(ctx, practiceId)
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

/** What was once reported is never a draft again; that it never was is asked all the same. */
function selectForgotten(db: Db, savedBefore: Day) {
  return db
    .selectFrom('practices')
    .where('stage', '=', 'draft')
    .where('reportedAt', 'is', null)
    .where('expiresOn', 'is', null)
    .where('updatedAt', '<', startOf(savedBefore))
}

function selectExpired(db: Db, today: Day) {
  return db
    .selectFrom('practices')
    .where('stage', '=', 'draft')
    .where('reportedAt', 'is', null)
    .where('expiresOn', '<=', today)
}
