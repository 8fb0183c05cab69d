import type { Ctx, Db } from '../context'
import { insist, RuleBroken } from '../errors'
import { onBehalfOf } from '../organisation/actor'
import { validOn } from '../organisation/validity'
import { refreshAnswerDue } from './consideration-asking.server'
import { type Asked, findAskedSeenBy } from './consideration-facts.server'
import { mayAnswer } from './consideration-policy'
import { answerDueBy } from './intake-lookup.server'

/**
 * 所管替え: the question goes on to the department that it belongs to, with a reason. The clock starts anew there, and
 * where it was the lead department the other one leads from now on. Throws RuleBroken for a department that is not
 * there or was asked already.
 */
export async function reassignConsideration(
  ctx: Ctx,
  {
    considerationId,
    departmentId,
    reason,
  }: { considerationId: number; departmentId: number; reason: string },
): Promise<void> {
  const asked = await findAskedSeenBy(ctx.tx, ctx.actor, considerationId)
  insist(mayAnswer(ctx.actor, asked))
  if (reason === '') throw new RuleBroken('所管替えの理由を入力してください', 'reason')
  await insistOnOther(ctx, asked, departmentId)

  const dueOn = await answerDueBy(ctx.tx, ctx.today)
  await ctx.tx
    .updateTable('considerations')
    .set({ departmentId, dueOn, takenUpAt: null, takenUpById: null })
    .where('id', '=', considerationId)
    .execute()
  await ctx.tx
    .insertInto('considerationReassignments')
    .values({
      ...{ considerationId, fromDepartmentId: asked.departmentId, toDepartmentId: departmentId, reason },
      ...{ reassignedAt: ctx.now, reassignedById: ctx.actor.personId },
    })
    .execute()
  const { proposalId } = asked
  if (asked.isLead) {
    await ctx.tx
      .updateTable('proposals')
      .set({ leadDepartmentId: departmentId })
      .where('id', '=', proposalId)
      .execute()
  }
  await refreshAnswerDue(ctx, proposalId)
  ctx.happened(
    { kind: 'consideration.reassigned', proposalId, considerationId, departmentId, dueOn },
    onBehalfOf(ctx.actor, asked.departmentIds, 'head'),
  )
}

/** Where a question came from, the latest first: what the department that has it now must know. A query. */
export function reassignmentsOf(db: Db, considerationId: number) {
  return db
    .selectFrom('considerationReassignments')
    .innerJoin('departments', 'departments.id', 'considerationReassignments.fromDepartmentId')
    .select(['departments.name as fromDepartment', 'considerationReassignments.reason'])
    .where('considerationId', '=', considerationId)
    .orderBy('considerationReassignments.id', 'desc')
    .limit(20)
}

async function insistOnOther(ctx: Ctx, asked: Asked, departmentId: number): Promise<void> {
  const department = await ctx.tx
    .selectFrom('departments')
    .select('id')
    .where('id', '=', departmentId)
    .where('kind', '=', 'section')
    .where(validOn('departments', ctx.today))
    .executeTakeFirst()
  if (!department) throw new RuleBroken('移す先の課を、今ある課から選んでください', 'departmentId')
  const same = await ctx.tx
    .selectFrom('considerations')
    .select('id')
    .where('proposalId', '=', asked.proposalId)
    .where('departmentId', '=', departmentId)
    .executeTakeFirst()
  if (same) throw new RuleBroken('その課には、すでに照会しています。別の課を選んでください', 'departmentId')
}
