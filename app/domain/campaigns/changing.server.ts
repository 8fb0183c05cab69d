import { wareki } from '../calendar'
import type { Ctx } from '../context'
import { ChangedMeanwhile, insist, RuleBroken } from '../errors'
import { findLastWriter } from '../events/last-writer.server'
import { mayChangeYear } from '../organisation/policy'
import { findKeptYear } from '../organisation/year-settings.server'
import { findCampaign, type KeptCampaign } from './lookup.server'
import { addTheme, type CampaignText, insistOnSound } from './opening.server'

/**
 * Changes a 募集. What was proposed stays in it whatever its days are now. Throws NotPermitted for a closed year,
 * ChangedMeanwhile when somebody else saved first, RuleBroken for a theme that is taken away from its proposals, and for
 * another answer to who decides once a proposal was handed in.
 */
export async function changeCampaign(
  ctx: Ctx,
  { campaignId, version, themes, ...campaign }: CampaignText & { campaignId: number; version: number },
): Promise<void> {
  const kept = await findCampaign(ctx.tx, campaignId)
  const { fiscalYear } = kept
  insist(mayChangeYear(ctx.actor, await findKeptYear(ctx.tx, fiscalYear)))
  if (kept.version !== version) throw await changedMeanwhile(ctx, kept)
  await insistOnSound(ctx, { ...campaign, fiscalYear, id: campaignId })
  if (campaign.departmentMayDecide !== kept.departmentMayDecide && kept.proposals > 0) {
    throw new RuleBroken('提案が提出されたあとは、だれが決めるかを変えられません。', 'departmentMayDecide')
  }
  await ctx.tx
    .updateTable('campaigns')
    .set({ ...campaign, version: version + 1 })
    .where('id', '=', campaignId)
    .execute()
  await changeThemes(ctx, kept, themes)
  ctx.happened({ kind: 'campaign.changed', campaignId, fiscalYear })
}

/** A theme is known again by its words. */
async function changeThemes(ctx: Ctx, kept: KeptCampaign, titles: readonly string[]): Promise<void> {
  const gone = kept.themes.filter(({ title }) => !titles.includes(title))
  const used = gone.find(({ proposals }) => proposals > 0)
  if (used) {
    throw new RuleBroken(`「${used.title}」には提案があるため、消したり変えたりできません。`, 'themes')
  }
  for (const { id } of gone) await ctx.tx.deleteFrom('themes').where('id', '=', id).execute()
  const there = new Set(kept.themes.map(({ title }) => title))
  for (const title of titles) if (!there.has(title)) await addTheme(ctx, kept.id, title)
}

async function changedMeanwhile(ctx: Ctx, kept: KeptCampaign): Promise<ChangedMeanwhile> {
  const last = await findLastWriter(
    ctx.tx,
    ['campaign.changed'],
    (event) => 'campaignId' in event && event.campaignId === kept.id,
  )
  return new ChangedMeanwhile({
    ...(last ?? { at: ctx.now, by: 'ほかの人' }),
    theirs: {
      ...{ name: kept.name, opensOn: wareki(kept.opensOn), version: String(kept.version) },
      closesOn: kept.closesOn === null ? '' : wareki(kept.closesOn),
      themes: kept.themes.map(({ title }) => title).join('\n'),
    },
  })
}
