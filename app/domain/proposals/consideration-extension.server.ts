import { addDays, type Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { onBehalfOf } from '../organisation/actor'
import { refreshAnswerDue } from './consideration-asking.server'
import { findAskedSeenBy } from './consideration-facts.server'
import { mayAnswer } from './consideration-policy'

/** Nothing is put off for longer at once. */
const longestExtensionDays = 90

/** 期限延長: a later day for the answer, with a reason that the proposer reads (さいたま市). Throws RuleBroken. */
export async function extendConsideration(
  ctx: Ctx,
  { considerationId, dueOn, reason }: { considerationId: number; dueOn: Day; reason: string },
): Promise<void> {
  const asked = await findAskedSeenBy(ctx.tx, ctx.actor, considerationId)
  insist(mayAnswer(ctx.actor, asked))
  const fromDueOn = await findDueOn(ctx.tx, considerationId)
  if (reason === '') throw new RuleBroken('延長する理由を入力してください', 'reason')
  if (dueOn <= fromDueOn || dueOn < ctx.today) {
    throw new RuleBroken('新しい期限は、今の期限より後の、今日からの日を入力してください', 'dueOn')
  }
  if (dueOn > addDays(ctx.today, longestExtensionDays)) {
    throw new RuleBroken(`新しい期限は、今日から${longestExtensionDays}日以内の日を入力してください`, 'dueOn')
  }
  await ctx.tx.updateTable('considerations').set({ dueOn }).where('id', '=', considerationId).execute()
  await ctx.tx
    .insertInto('considerationExtensions')
    .values({
      ...{ considerationId, fromDueOn, dueOn, reason },
      ...{ extendedAt: ctx.now, extendedById: ctx.actor.personId },
    })
    .execute()
  await refreshAnswerDue(ctx, asked.proposalId)
  const { proposalId, departmentId } = asked
  ctx.happened(
    { kind: 'consideration.extended', proposalId, considerationId, departmentId, dueOn },
    onBehalfOf(ctx.actor, asked.departmentIds, 'head'),
  )
}

/** The extensions of a question, the latest first. A query, for a page that asks it together with others. */
export function extensionsOf(db: Db, considerationId: number) {
  return db
    .selectFrom('considerationExtensions')
    .select(['fromDueOn', 'dueOn', 'reason'])
    .where('considerationId', '=', considerationId)
    .orderBy('id', 'desc')
    .limit(20)
}

async function findDueOn(db: Db, considerationId: number): Promise<Day> {
  const { dueOn } = await db
    .selectFrom('considerations')
    .select('dueOn')
    .where('id', '=', considerationId)
    .executeTakeFirstOrThrow()
  return dueOn
}
