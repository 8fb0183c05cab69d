import { type Day, firstDayOf, fiscalYearLabel, lastDayOf, wareki } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayChangeYear } from '../organisation/policy'
import { findKeptYear } from '../organisation/year-settings.server'

export interface CampaignText {
  readonly name: string
  readonly opensOn: Day
  /** The last day, included; null when it is open until somebody says otherwise. */
  readonly closesOn: Day | null
  /** 上越市 型: a department that answers “do” decides by itself. */
  readonly departmentMayDecide: 0 | 1
  /** Subjects of 課題提案. Free proposals 「自由提案」 are always welcome. */
  readonly themes: readonly string[]
}

export interface Opening extends CampaignText {
  readonly fiscalYear: number
  /** The 募集 whose 採点表 it begins with; without one it begins with the default. */
  readonly rubricFromId?: number | null
}

export interface Opened {
  readonly campaignId: number
  /** In the order of the titles. */
  readonly themeIds: readonly number[]
}

/**
 * Opens a 募集 with its themes. Throws NotPermitted for a closed year, RuleBroken when it would close before it opens,
 * lies outside its year, or has the name of another one of that year.
 */
export async function openCampaign(
  ctx: Ctx,
  { themes, rubricFromId = null, ...campaign }: Opening,
): Promise<Opened> {
  insist(mayChangeYear(ctx.actor, await findKeptYear(ctx.tx, campaign.fiscalYear)))
  await insistOnSound(ctx, campaign)
  const { id: campaignId } = await ctx.tx
    .insertInto('campaigns')
    .values(campaign)
    .returning('id')
    .executeTakeFirstOrThrow()
  const themeIds: number[] = []
  for (const title of themes) themeIds.push(await addTheme(ctx, campaignId, title))
  ctx.happened({ kind: 'campaign.opened', campaignId, fiscalYear: campaign.fiscalYear, rubricFromId })
  return { campaignId, themeIds }
}

/** What holds for a 募集 whenever it is written. `id` is that of the one itself, where it is there already. */
export async function insistOnSound(
  ctx: Ctx,
  campaign: Omit<CampaignText, 'themes'> & { readonly fiscalYear: number; readonly id?: number },
): Promise<void> {
  const { id = 0, fiscalYear, name, opensOn, closesOn } = campaign
  if (closesOn !== null && closesOn < opensOn) {
    throw new RuleBroken('締切日は、開始日より後の日を入力してください。', 'closesOn')
  }
  if (opensOn > lastDayOf(fiscalYear)) {
    throw new RuleBroken(`開始日は、${wareki(lastDayOf(fiscalYear))}までの日を入力してください。`, 'opensOn')
  }
  if (closesOn !== null && closesOn < firstDayOf(fiscalYear)) {
    throw new RuleBroken(
      `締切日は、${wareki(firstDayOf(fiscalYear))}からの日を入力してください。`,
      'closesOn',
    )
  }
  const namesake = await ctx.tx
    .selectFrom('campaigns')
    .select('id')
    .where('fiscalYear', '=', fiscalYear)
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst()
  if (!namesake) return
  throw new RuleBroken(`${fiscalYearLabel(fiscalYear)}には、同じ名前の募集がもうあります。`, 'name')
}

export async function addTheme(ctx: Ctx, campaignId: number, title: string): Promise<number> {
  const { id } = await ctx.tx
    .insertInto('themes')
    .values({ campaignId, title })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
