import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { onBehalfOf } from '../organisation/actor'
import { findCarriedOut } from './implementation-facts.server'
import { mayAbandon, mayComplete, mayStart, mayVerify, verifiesFor } from './implementation-policy'
import { changeImplementation } from './implementation-writing.server'
import { move } from './move.server'

export interface ImplementationStart {
  owner: string
  plannedOn: Day
  nextReportOn: Day | null
}

/** The implementing department begins: who does it, and until when. Throws RuleBroken for a day that is over. */
export async function startImplementation(
  ctx: Ctx,
  { proposalId, owner, plannedOn, nextReportOn }: { proposalId: number } & ImplementationStart,
): Promise<void> {
  const { proposal, implementation } = await findCarriedOut(ctx.tx, ctx.actor, proposalId)
  insist(mayStart(ctx.actor, proposal, implementation))
  if (nextReportOn !== null && nextReportOn < ctx.today) {
    throw new RuleBroken('次の報告の予定日は今日からの日を入力してください', 'nextReportOn')
  }
  await move(ctx, proposalId, 'startImplementation')
  const { departmentId } = await changeImplementation(ctx, proposalId, {
    status: 'preparing',
    owner,
    plannedOn,
    nextReportOn: nextReportOn ?? plannedOn,
    startedAt: ctx.now,
  })
  ctx.happened(
    { kind: 'implementation.started', proposalId, departmentId },
    onBehalfOf(ctx.actor, implementation.departmentIds, 'member'),
  )
}

export interface Completion {
  implementedOn: Day
  actualMinutesPerYear: number | null
  actualYenPerYear: number | null
  recurring: 0 | 1
  actualEffect: string
  evidence: string
}

/** Carried out, with the day and what really came of it. Throws RuleBroken for a day to come. */
export async function completeImplementation(
  ctx: Ctx,
  { proposalId, ...completion }: { proposalId: number } & Completion,
): Promise<void> {
  const { proposal, implementation } = await findCarriedOut(ctx.tx, ctx.actor, proposalId)
  insist(mayComplete(ctx.actor, proposal, implementation))
  if (completion.implementedOn > ctx.today) {
    throw new RuleBroken('実施した日は今日までの日を入力してください', 'implementedOn')
  }
  await move(ctx, proposalId, 'completeImplementation')
  await changeImplementation(ctx, proposalId, {
    ...completion,
    status: 'implemented',
    nextReportOn: null,
    completedAt: ctx.now,
    completedById: ctx.actor.personId,
  })
  ctx.happened(
    { kind: 'implementation.completed', proposalId, implementedOn: completion.implementedOn },
    onBehalfOf(ctx.actor, implementation.departmentIds, 'member'),
  )
}

/** 実施見送り: a given-up adoption is told with its reason, never left lying. */
export async function abandonImplementation(
  ctx: Ctx,
  { proposalId, reason }: { proposalId: number; reason: string },
): Promise<void> {
  const { proposal, implementation } = await findCarriedOut(ctx.tx, ctx.actor, proposalId)
  insist(mayAbandon(ctx.actor, proposal, implementation))
  await move(ctx, proposalId, 'abandonImplementation')
  await changeImplementation(ctx, proposalId, {
    status: 'abandoned',
    nextReportOn: null,
    endedAt: ctx.now,
    endReason: reason,
  })
  ctx.happened(
    { kind: 'implementation.abandoned', proposalId },
    onBehalfOf(ctx.actor, implementation.departmentIds, 'member'),
  )
}

/** 効果確認, by another person than the one who reported the completion. */
export async function verifyEffect(
  ctx: Ctx,
  { proposalId, verification }: { proposalId: number; verification: string },
): Promise<void> {
  const { proposal, implementation } = await findCarriedOut(ctx.tx, ctx.actor, proposalId)
  insist(mayVerify(ctx.actor, proposal, implementation))
  await move(ctx, proposalId, 'verifyEffect')
  await changeImplementation(ctx, proposalId, {
    status: 'verified',
    verification,
    verifiedAt: ctx.now,
    verifiedById: ctx.actor.personId,
  })
  ctx.happened(
    { kind: 'implementation.verified', proposalId },
    verifiesFor(ctx.actor, proposal, implementation),
  )
}
