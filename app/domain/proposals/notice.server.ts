import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayClose, mayNotify } from './committee-policy'
import { type Decision, isAdoption } from './decision'
import { findFactsSeenBy } from './facts.server'
import { move } from './move.server'

export interface NoticeEntry {
  proposalId: number
  /** The secretariat's word to the proposer; everybody reads it. */
  comment: string
}

/**
 * Publishes decisions in one batch, all or none: only now proposers and staff see them, and what was adopted gets its
 * implementation. `closeOthers` ends what was not adopted at once. Throws RuleBroken for an empty batch, and when one
 * of them was notified meanwhile.
 */
export async function notifyDecisions(
  ctx: Ctx,
  { entries, closeOthers }: { entries: readonly NoticeEntry[]; closeOthers: boolean },
): Promise<void> {
  insist(mayNotify(ctx.actor))
  if (entries.length === 0) throw new RuleBroken('結果を通知する提案を1件以上選んでください', 'chosen')
  for (const entry of entries) {
    const decision = await notifyDecision(ctx, entry)
    if (closeOthers && !isAdoption(decision)) await closeNotified(ctx, entry.proposalId, '')
  }
}

/** Ends a proposal that was notified and not adopted. */
export async function closeProposal(
  ctx: Ctx,
  { proposalId, reason }: { proposalId: number; reason: string },
): Promise<void> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  const decided = await findDecided(ctx, proposalId)
  insist(mayClose(ctx.actor, facts, decided?.decision ?? null))
  await closeNotified(ctx, proposalId, reason)
}

async function notifyDecision(ctx: Ctx, { proposalId, comment }: NoticeEntry): Promise<Decision> {
  const decided = await findDecided(ctx, proposalId)
  if (!decided) throw new RuleBroken('まだ結果の決まっていない提案が含まれています。選び直してください。')
  await move(ctx, proposalId, 'notify')
  await ctx.tx.updateTable('proposals').set({ notifiedAt: ctx.now }).where('id', '=', proposalId).execute()
  const { id } = await ctx.tx
    .insertInto('notices')
    .values({
      proposalId,
      decisionId: decided.id,
      comment,
      notifiedAt: ctx.now,
      notifiedById: ctx.actor.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (isAdoption(decided.decision)) await openImplementation(ctx, proposalId, decided)
  ctx.happened({ kind: 'proposal.notified', proposalId, noticeId: id, decision: decided.decision })
  return decided.decision
}

type Decided = NonNullable<Awaited<ReturnType<typeof findDecided>>>

async function findDecided(ctx: Ctx, proposalId: number) {
  const decided = await ctx.tx
    .selectFrom('proposals')
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .select([
      'decisions.id',
      'decisions.decision',
      'decisions.implementingDepartmentId',
      'decisions.owner',
      'decisions.plannedOn',
      'decisions.targetProjectId',
    ])
    .where('proposals.id', '=', proposalId)
    .executeTakeFirst()
  return decided && { ...decided, decision: decided.decision as Decision }
}

/** The first report is due on the planned day: then it is either done or late. */
async function openImplementation(ctx: Ctx, proposalId: number, decided: Decided): Promise<void> {
  const { implementingDepartmentId, owner, plannedOn, targetProjectId } = decided
  if (implementingDepartmentId === null)
    throw new Error(`Adopted without a department: proposal ${proposalId}`)
  await ctx.tx
    .insertInto('implementations')
    .values({
      proposalId,
      departmentId: implementingDepartmentId,
      projectId: targetProjectId,
      status: 'notStarted',
      owner,
      plannedOn,
      nextReportOn: plannedOn,
      startedAt: null,
      implementedOn: null,
      actualMinutesPerYear: null,
      actualYenPerYear: null,
      recurring: 0,
      actualEffect: '',
      evidence: '',
      completedAt: null,
      completedById: null,
      verifiedAt: null,
      verifiedById: null,
      verification: '',
      endedAt: null,
      endReason: '',
      version: 1,
    })
    .execute()
}

async function closeNotified(ctx: Ctx, proposalId: number, reason: string): Promise<void> {
  await move(ctx, proposalId, 'close')
  await ctx.tx
    .insertInto('refusals')
    .values({
      proposalId,
      kind: 'closed',
      reasonCode: null,
      reason,
      departmentId: null,
      refusedAt: ctx.now,
      refusedById: ctx.actor.personId,
    })
    .execute()
  ctx.happened({ kind: 'proposal.closed', proposalId })
}
