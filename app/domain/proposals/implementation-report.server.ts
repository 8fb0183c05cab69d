import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { ChangedMeanwhile, insist, RuleBroken } from '../errors'
import { onBehalfOf } from '../organisation/actor'
import { findCarriedOut } from './implementation-facts.server'
import type { ReportableStatus } from './implementation'
import { type ImplementationFacts, mayReport, mayRevert } from './implementation-policy'
import { changeImplementation } from './implementation-writing.server'

export interface Progress {
  status: ReportableStatus
  text: string
  nextReportOn: Day
}

/**
 * How it goes, as a dated fact with the day of the next report. Throws ChangedMeanwhile when a colleague reported
 * since `version` was shown, RuleBroken for a next day that is over.
 */
export async function reportProgress(
  ctx: Ctx,
  { proposalId, version, ...progress }: { proposalId: number; version: number } & Progress,
): Promise<void> {
  const { proposal, implementation } = await findCarriedOut(ctx.tx, ctx.actor, proposalId)
  insist(mayReport(ctx.actor, proposal, implementation))
  if (progress.nextReportOn <= ctx.today) {
    throw new RuleBroken('次の報告の予定日は明日からの日を入力してください', 'nextReportOn')
  }
  if (version !== implementation.version)
    throw await changedMeanwhile(ctx, proposalId, implementation.version)

  const { status, nextReportOn } = progress
  await changeImplementation(ctx, proposalId, { status, nextReportOn })
  await writeReport(ctx, proposalId, implementation, progress)
}

/** 元に戻した: what was carried out was undone, and what was learned from it. */
export async function revertImplementation(
  ctx: Ctx,
  { proposalId, lesson }: { proposalId: number; lesson: string },
): Promise<void> {
  const { implementation } = await findCarriedOut(ctx.tx, ctx.actor, proposalId)
  insist(mayRevert(ctx.actor, implementation))
  await changeImplementation(ctx, proposalId, { status: 'reverted', endedAt: ctx.now, endReason: lesson })
  await writeReport(ctx, proposalId, implementation, {
    status: 'reverted',
    text: lesson,
    nextReportOn: null,
  })
}

async function writeReport(
  ctx: Ctx,
  proposalId: number,
  { departmentIds }: ImplementationFacts,
  report: { status: ReportableStatus | 'reverted'; text: string; nextReportOn: Day | null },
): Promise<void> {
  const { id } = await ctx.tx
    .insertInto('implementationReports')
    .values({ ...report, proposalId, reportedAt: ctx.now, reportedById: ctx.actor.personId })
    .returning('id')
    .executeTakeFirstOrThrow()
  ctx.happened(
    { kind: 'implementation.reported', proposalId, reportId: id, status: report.status },
    onBehalfOf(ctx.actor, departmentIds, 'member'),
  )
}

async function changedMeanwhile(ctx: Ctx, proposalId: number, version: number): Promise<ChangedMeanwhile> {
  const last = await ctx.tx
    .selectFrom('implementationReports')
    .innerJoin('people', 'people.id', 'implementationReports.reportedById')
    .select(['status', 'text', 'nextReportOn', 'reportedAt', 'people.name'])
    .where('proposalId', '=', proposalId)
    .orderBy('implementationReports.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return new ChangedMeanwhile({
    at: last?.reportedAt ?? ctx.now,
    by: last?.name ?? '',
    theirs: {
      text: last?.text ?? '',
      nextReportOn: last?.nextReportOn ?? '',
      version: String(version),
    },
  })
}
