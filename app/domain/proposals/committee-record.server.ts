import { fiscalYearOf } from '../calendar'
import type { Ctx } from '../context'
import { RuleBroken } from '../errors'
import { insistOnReasonCode } from '../organisation/reason-codes.server'
import { type DecidingBody, type DecisionText, usualDirective } from './committee'

/** Writes the decision that counts. The stage and the right to decide are the caller's to see to. */
export async function writeDecision(
  ctx: Ctx,
  proposalId: number,
  body: DecidingBody,
  text: DecisionText,
): Promise<void> {
  const decisionId = await insertDecision(ctx, proposalId, body, text)
  await ctx.tx.updateTable('proposals').set({ decisionId }).where('id', '=', proposalId).execute()
  ctx.happened({ kind: 'proposal.decided', proposalId, decisionId, decision: text.decision })
}

/** One line in the record of the body's decisions. Throws RuleBroken for a department or project that is not there. */
export async function insertDecision(
  ctx: Ctx,
  proposalId: number,
  body: DecidingBody,
  text: DecisionText,
): Promise<number> {
  await insistOnExisting(ctx, text)
  const { helperId: _, directive, ...columns } = text
  const { id } = await ctx.tx
    .insertInto('decisions')
    .values({
      ...columns,
      directive: directive ?? usualDirective[text.decision],
      proposalId,
      body,
      decidedAt: ctx.now,
      decidedById: ctx.actor.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function insistOnExisting(ctx: Ctx, text: DecisionText): Promise<void> {
  await insistOnReasonCode(ctx, 'notAdopted', text.reasonCode)
  const { implementingDepartmentId, targetProjectId } = text
  if (implementingDepartmentId !== null) {
    const department = await ctx.tx
      .selectFrom('departments')
      .select('id')
      .where('id', '=', implementingDepartmentId)
      .executeTakeFirst()
    if (!department) throw new RuleBroken('実施担当課を選んでください', 'implementingDepartmentId')
  }
  if (targetProjectId !== null) {
    const project = await ctx.tx
      .selectFrom('projectYears')
      .select('id')
      .where('projectId', '=', targetProjectId)
      .where('fiscalYear', '=', fiscalYearOf(ctx.today))
      .executeTakeFirst()
    if (!project) throw new RuleBroken('対象の事務事業を今年度のものから選んでください', 'targetProjectId')
  }
}
