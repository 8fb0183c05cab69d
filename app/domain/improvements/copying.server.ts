import type { Ctx } from '../context'
import { effectTagsOf, type IctKind } from '../effects'
import { NotFound } from '../errors'
import type { Logged } from '../events/event'
import { emptyContent, type PracticeContent } from '../practices/content'
import { draftPractice } from '../practices/drafting.server'
import { insistOnMay, moveSpread, type SpreadText, writeSpread } from './spreading.server'

/**
 * 「実施した」: begins the department's own report with what stands in the improvement that was copied, to be changed to
 * how it was done here. The spread is done, and counts, when that report is confirmed.
 */
export async function reportSpread(
  ctx: Ctx,
  { improvementId, ...text }: SpreadText & { improvementId: number },
): Promise<{ practiceId: number }> {
  await insistOnMay(ctx, improvementId)
  const { spreadId } = await writeSpread(ctx, improvementId, 'started', text)
  const { practiceId: begun } = await ctx.tx
    .selectFrom('spreads')
    .select('practiceId')
    .where('id', '=', spreadId)
    .executeTakeFirstOrThrow()
  if (begun !== null) return { practiceId: begun }
  const content = await copyOf(ctx, improvementId, text.projectId)
  const { practiceId } = await draftPractice(ctx, content)
  await ctx.tx.updateTable('spreads').set({ practiceId }).where('id', '=', spreadId).execute()
  return { practiceId }
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
