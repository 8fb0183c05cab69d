import type { Ctx, Db } from '../context'
import { insist } from '../errors'
import { type DraftRule, usualDraftRule } from './draft-rule'
import { mayKeepRetention } from './policy'

export async function findDraftRule(db: Db): Promise<DraftRule> {
  const rule = await db
    .selectFrom('draftRules')
    .select(['months', 'warnDays'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return rule ?? usualDraftRule
}

/** From now on. Throws NotPermitted for all but administrators. */
export async function setDraftRule(ctx: Ctx, { months, warnDays }: DraftRule): Promise<void> {
  insist(mayKeepRetention(ctx.actor))
  await ctx.tx
    .insertInto('draftRules')
    .values({ months, warnDays, setAt: ctx.now, setById: ctx.actor.personId || null })
    .execute()
  ctx.happened({ kind: 'draftRule.set', months, warnDays })
}
