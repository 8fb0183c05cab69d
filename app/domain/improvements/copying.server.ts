import type { Ctx } from '../context'
import { effectTagsOf, type IctKind } from '../effects'
import { insist, NotFound, RuleBroken } from '../errors'
import type { Logged } from '../events/event'
import { emptyContent, type PracticeContent } from '../practices/content'
import { draftPractice } from '../practices/drafting.server'
import { findPracticeFactsSeenBy, listPracticeFacts } from '../practices/facts.server'
import { mayReport, mayRevise } from '../practices/policy'
import { insistOnMay, moveSpread, type SpreadText, writeSpread } from './spreading.server'

/**
 * 「実施した」: begins the department's own report with what stands in the improvement that was copied, to be changed to
 * how it was done here. The spread is done, and counts, when that report is confirmed. Throws RuleBroken where a colleague
 * is writing that report already.
 */
export async function reportSpread(
  ctx: Ctx,
  { improvementId, ...text }: SpreadText & { improvementId: number },
): Promise<{ practiceId: number }> {
  await insistOnMay(ctx, improvementId)
  const { spreadId } = await writeSpread(ctx, improvementId, 'started', text)
  const begun = await findReportOf(ctx, spreadId)
  if (begun !== null) {
    await insistOnWriting(ctx, begun)
    return { practiceId: begun }
  }
  const content = await copyOf(ctx, improvementId, text.projectId)
  const { practiceId } = await draftPractice(ctx, content)
  await setReportOf(ctx, spreadId, practiceId)
  return { practiceId }
}

/**
 * 「実施した」 by somebody who has written the report already: that one is the department's, as it stands. Throws
 * RuleBroken where the department has another, or the report is that of another improvement.
 */
export async function tieReport(
  ctx: Ctx,
  { improvementId, practiceId, ...text }: SpreadText & { improvementId: number; practiceId: number },
): Promise<void> {
  await insistOnMay(ctx, improvementId)
  insist(mayReport(ctx.actor, await findPracticeFactsSeenBy(ctx.tx, ctx.actor, practiceId)))
  const { spreadId } = await writeSpread(ctx, improvementId, 'started', text)
  const begun = await findReportOf(ctx, spreadId)
  if (begun === practiceId) return
  if (begun !== null) throw new RuleBroken(anotherReport, 'state')
  if (await isTied(ctx, practiceId)) {
    throw new RuleBroken('この報告は、すでにほかの事例をまねた報告になっています。', 'state')
  }
  await setReportOf(ctx, spreadId, practiceId)
}

const anotherReport =
  'この事例をまねた報告は、あなたの課ですでに書き始められています。いっしょに取り組んだときは、書いている人に加えてもらってください。'

async function insistOnWriting(ctx: Ctx, practiceId: number): Promise<void> {
  const [facts] = await listPracticeFacts(ctx.tx, [practiceId], ctx.today)
  if (!facts || !mayRevise(ctx.actor, facts).ok) throw new RuleBroken(anotherReport, 'state')
}

async function isTied({ tx }: Ctx, practiceId: number): Promise<boolean> {
  const tied = await tx
    .selectFrom('spreads')
    .select('id')
    .where('practiceId', '=', practiceId)
    .executeTakeFirst()
  return tied !== undefined
}

async function findReportOf({ tx }: Ctx, spreadId: number): Promise<number | null> {
  const { practiceId } = await tx
    .selectFrom('spreads')
    .select('practiceId')
    .where('id', '=', spreadId)
    .executeTakeFirstOrThrow()
  return practiceId
}

async function setReportOf({ tx }: Ctx, spreadId: number, practiceId: number): Promise<void> {
  await tx.updateTable('spreads').set({ practiceId }).where('id', '=', spreadId).execute()
}

/** Reaction: what becomes of a department's own report becomes of its copy. */
export async function followReport(ctx: Ctx, event: Logged): Promise<void> {
  if (event.kind !== 'practice.confirmed' && event.kind !== 'practice.discarded') return
  const spread = await ctx.tx
    .selectFrom('spreads')
    .select('id')
    .where('practiceId', '=', event.practiceId)
    .executeTakeFirst()
  if (!spread) return
  if (event.kind === 'practice.confirmed') await moveSpread(ctx, spread.id, 'done')
  else await ctx.tx.updateTable('spreads').set({ practiceId: null }).where('id', '=', spread.id).execute()
}

/** Without the figures and the day, which are the copier's own. */
async function copyOf(ctx: Ctx, improvementId: number, projectId: number | null): Promise<PracticeContent> {
  const row = await ctx.tx
    .selectFrom('improvements')
    .leftJoin('practices', 'practices.id', 'improvements.practiceId')
    .leftJoin('proposals', 'proposals.id', 'improvements.proposalId')
    .select([
      'improvements.title',
      'improvements.effectTags',
      'improvements.ictKind',
      'practices.before',
      'practices.change',
      'proposals.currentSituation',
      'proposals.proposal',
    ])
    .where('improvements.id', '=', improvementId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    ...emptyContent,
    title: row.title,
    before: row.before ?? row.currentSituation ?? '',
    change: row.change ?? row.proposal ?? '',
    effectTags: effectTagsOf(row.effectTags),
    ictKind: row.ictKind as IctKind | null,
    projectIds: projectId === null ? [] : [projectId],
  }
}
