import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { RuleBroken } from '../errors'

export interface AskedDepartment {
  departmentId: number
  isLead: boolean
  dueOn: Day
}

/**
 * Asks departments for their consideration, all in the same round. Part of accepting a proposal and of the committee's
 * asking again, which see to who may and to the stage. Throws RuleBroken unless there is exactly one lead department
 * in the first round, and when a department is named twice.
 */
export async function askDepartments(
  ctx: Ctx,
  {
    proposalId,
    departments,
    round,
    question,
  }: { proposalId: number; departments: readonly AskedDepartment[]; round: number; question: string | null },
): Promise<void> {
  insistOnOneLead(departments, round)
  for (const { departmentId, isLead, dueOn } of departments) {
    const { id } = await ctx.tx
      .insertInto('considerations')
      .values({
        proposalId,
        departmentId,
        round,
        isLead: isLead ? 1 : 0,
        question,
        askedAt: ctx.now,
        askedById: ctx.actor.personId || null,
        dueOn,
        takenUpAt: null,
        takenUpById: null,
        answeredAt: null,
        answeredById: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ctx.happened({ kind: 'consideration.asked', proposalId, considerationId: id, departmentId, round, dueOn })
  }
  await refreshAnswerDue(ctx, proposalId)
}

/** The proposal says until when the last open answer is due; nothing when none is open. */
export async function refreshAnswerDue(ctx: Ctx, proposalId: number): Promise<void> {
  await ctx.tx
    .updateTable('proposals')
    .set((eb) => ({
      answerDueOn: eb
        .selectFrom('considerations')
        .select(({ fn }) => fn.max('considerations.dueOn').as('dueOn'))
        .where('considerations.proposalId', '=', proposalId)
        .where('considerations.answeredAt', 'is', null),
    }))
    .where('id', '=', proposalId)
    .execute()
}

function insistOnOneLead(departments: readonly AskedDepartment[], round: number): void {
  if (departments.length === 0) throw new RuleBroken('照会する課を1つ以上選んでください', 'departmentIds')
  if (new Set(departments.map(({ departmentId }) => departmentId)).size < departments.length) {
    throw new RuleBroken('同じ課を2回選ぶことはできません', 'departmentIds')
  }
  const leads = departments.filter(({ isLead }) => isLead).length
  if (round === 1 && leads !== 1) throw new RuleBroken('主管課を1つ選んでください', 'leadDepartmentId')
}
