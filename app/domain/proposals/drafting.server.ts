import { detachAll } from '../attachments/storing.server'
import { fiscalYearOf } from '../calendar'
import { listOpenCampaigns } from '../campaigns/campaigns.server'
import { listOpenThemes } from '../campaigns/themes.server'
import type { Ctx, Db } from '../context'
import { ChangedMeanwhile, insist, RuleBroken } from '../errors'
import { mainAppointment } from '../organisation/actor'
import { setCoAuthors } from './coauthors.server'
import { isSameContent, type ProposalContent } from './content'
import { columnsOf, findContent, setSubjects } from './content.server'
import { findFactsSeenBy } from './facts.server'
import { mayDiscard, mayRevise } from './policy'
import { touchDraft } from './touching.server'

export interface Saved {
  readonly proposalId: number
  readonly version: number
}

/**
 * Begins a draft that only its authors see. The person becomes the lead author, with the department of today. Throws
 * RuleBroken while no campaign is open.
 */
export async function draftProposal(
  ctx: Ctx,
  content: ProposalContent,
  previousId: number | null = null,
): Promise<Saved> {
  const department = mainAppointment(ctx.actor)
  if (!department) throw new RuleBroken('提案できるのは、市の組織に所属している職員です。')
  const campaignId = await campaignOf(ctx.tx, ctx.today, content.themeId)
  const { id: proposalId } = await ctx.tx
    .insertInto('proposals')
    .values({
      ...columnsOf(content),
      ...{ stage: 'draft', stageSince: ctx.now, createdAt: ctx.now, updatedAt: ctx.now },
      ...{ fiscalYear: fiscalYearOf(ctx.today), campaignId, previousId, version: 1 },
      ...{ receiptSeq: null, receiptNumber: null, submittedAt: null, acceptedAt: null, receiveDueOn: null },
      ...{ leadDepartmentId: null, answerDueOn: null, decisionId: null, notifiedAt: null },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('authorships')
    .values({
      ...{ proposalId, personId: ctx.actor.personId, role: 'lead', position: 0, leftAt: null },
      departmentId: department.departmentId,
    })
    .execute()
  ctx.happened({ kind: 'proposal.drafted', proposalId, previousId })
  await setSubjects(ctx, proposalId, content)
  await setCoAuthors(ctx, proposalId, ctx.actor.personId, content.coAuthorIds)
  return { proposalId, version: 1 }
}

/**
 * Saves the whole text with its choices, by hand or by itself while typing. The same text again changes nothing.
 * Throws ChangedMeanwhile, with the text as it now is, when another save came first.
 */
export async function reviseDraft(
  ctx: Ctx,
  { proposalId, version, content }: { proposalId: number; version: number; content: ProposalContent },
): Promise<Saved> {
  const facts = await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)
  insist(mayRevise(ctx.actor, facts))
  const stored = await findContent(ctx.tx, proposalId)
  if (isSameContent(stored.content, content)) {
    // Saved as it is: nothing of the text changes, but it is not forgotten.
    if (stored.expiresOn !== null) await touchDraft(ctx, proposalId)
    return { proposalId, version: stored.version }
  }
  if (stored.version !== version) {
    throw new ChangedMeanwhile({
      at: stored.updatedAt,
      by: facts.authorIds.length > 1 ? 'いっしょに提案する人、または別の画面のあなた' : '別の画面のあなた',
      theirs: { ...textsOf(stored.content), version: String(stored.version) },
    })
  }
  const campaignId = await campaignOf(ctx.tx, ctx.today, content.themeId)
  await ctx.tx
    .updateTable('proposals')
    .set({ ...columnsOf(content), campaignId, version: version + 1, updatedAt: ctx.now, expiresOn: null })
    .where('id', '=', proposalId)
    .execute()
  await setSubjects(ctx, proposalId, content)
  await setCoAuthors(ctx, proposalId, facts.authorIds[0] ?? 0, content.coAuthorIds)
  return { proposalId, version: version + 1 }
}

/** A draft that was never submitted goes for good; the log keeps that there was one, and nothing of its text. */
export async function discardDraft(ctx: Ctx, { proposalId }: { proposalId: number }): Promise<void> {
  insist(mayDiscard(ctx.actor, await findFactsSeenBy(ctx.tx, ctx.actor, proposalId)))
  await eraseDraft(ctx, proposalId)
}

/** Part of the commands that let a draft go, which ask who may. */
export async function eraseDraft(ctx: Ctx, proposalId: number): Promise<void> {
  for (const table of ['authorships', 'proposalProjects', 'proposalTargets'] as const) {
    await ctx.tx.deleteFrom(table).where('proposalId', '=', proposalId).execute()
  }
  await detachAll(ctx, { proposalId })
  await ctx.tx.deleteFrom('proposals').where('id', '=', proposalId).execute()
  ctx.happened({ kind: 'proposal.discarded', proposalId })
}

/** The 募集 that a proposal of that day answers: its theme's, else the one that is open. Throws RuleBroken. */
export async function campaignOf(db: Db, today: string, themeId: number | null): Promise<number> {
  if (themeId !== null) {
    const theme = (await listOpenThemes(db, today)).find(({ id }) => id === themeId)
    if (theme) return theme.campaignId
    throw new RuleBroken(
      'このテーマの募集は終わりました。自由提案か、ほかのテーマを選んでください',
      'themeId',
    )
  }
  const [campaign] = await listOpenCampaigns(db, today)
  if (!campaign) throw new RuleBroken('今は提案を募集していません。募集が始まってから提案してください。')
  return campaign.id
}

/** The texts that a person can compare; choices are shown by the page that is loaded next. */
function textsOf(content: ProposalContent): Record<string, string> {
  return {
    title: content.title,
    currentSituation: content.currentSituation,
    proposal: content.proposal,
    concerns: content.concerns,
    expectedEffect: content.expectedEffect,
    cost: content.cost,
    groupName: content.groupName ?? '',
  }
}
