import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { onBehalfOf } from '../organisation/actor'
import { validOn } from '../organisation/validity'
import { type Asked, findAskedSeenBy } from './consideration-facts.server'
import { findConsultedSeenBy } from './consultation-facts.server'
import { mayConsult, mayGiveOpinion } from './consultation-policy'

/**
 * 合議: the department that considers asks another one for its opinion, which reads the proposal from then on, without
 * the hidden names. Throws RuleBroken for the department itself, and for one that still owes its opinion.
 */
export async function consultDepartment(
  ctx: Ctx,
  {
    considerationId,
    departmentId,
    question,
  }: { considerationId: number; departmentId: number; question: string },
): Promise<void> {
  const asked = await findAskedSeenBy(ctx.tx, ctx.actor, considerationId)
  insist(mayConsult(ctx.actor, asked))
  if (question === '') throw new RuleBroken('聞きたいことを入力してください', 'question')
  await insistOnOther(ctx, asked, departmentId)
  const { id: consultationId } = await ctx.tx
    .insertInto('consultations')
    .values({
      ...{ considerationId, departmentId, question, askedAt: ctx.now, askedById: ctx.actor.personId },
      ...{ opinion: null, answeredAt: null, answeredById: null, answeredForId: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { proposalId, departmentId: byDepartmentId } = asked
  ctx.happened(
    {
      ...{ kind: 'consultation.asked', proposalId, considerationId },
      ...{ consultationId, departmentId, byDepartmentId },
    },
    onBehalfOf(ctx.actor, asked.departmentIds, 'head'),
  )
}

/** The opinion of the department consulted, once, while the other one has not answered. Returns the proposal. */
export async function giveOpinion(
  ctx: Ctx,
  { consultationId, opinion }: { consultationId: number; opinion: string },
): Promise<number> {
  const { asked, ...consulted } = await findConsultedSeenBy(ctx.tx, ctx.actor, consultationId)
  insist(mayGiveOpinion(ctx.actor, consulted, asked))
  if (opinion === '') throw new RuleBroken('課の意見を入力してください', 'opinion')
  const answeredForId = onBehalfOf(ctx.actor, consulted.departmentIds, 'head')
  await ctx.tx
    .updateTable('consultations')
    .set({ opinion, answeredAt: ctx.now, answeredById: ctx.actor.personId, answeredForId })
    .where('id', '=', consultationId)
    .execute()
  ctx.happened(
    {
      ...{ kind: 'consultation.answered', proposalId: asked.proposalId, considerationId: asked.id },
      ...{ consultationId, departmentId: consulted.departmentId, byDepartmentId: asked.departmentId },
    },
    answeredForId,
  )
  return asked.proposalId
}

async function insistOnOther(ctx: Ctx, asked: Asked, departmentId: number): Promise<void> {
  const isSection = await ctx.tx
    .selectFrom('departments')
    .select('id')
    .where('id', '=', departmentId)
    .where('kind', '=', 'section')
    .where(validOn('departments', ctx.today))
    .executeTakeFirst()
  if (!isSection || asked.departmentIds.includes(departmentId)) {
    throw new RuleBroken('合議を求める課を、今あるほかの課から選んでください', 'departmentId')
  }
  const open = await ctx.tx
    .selectFrom('consultations')
    .select('id')
    .where('considerationId', '=', asked.id)
    .where('departmentId', '=', departmentId)
    .where('answeredAt', 'is', null)
    .executeTakeFirst()
  if (open) throw new RuleBroken('その課には合議を求めていて、まだ回答がありません', 'departmentId')
}
