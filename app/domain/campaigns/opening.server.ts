import type { Day } from '../calendar'
import type { Ctx } from '../context'
import { insist, RuleBroken } from '../errors'
import { mayKeepOrganisation } from '../organisation/policy'

export interface Opening {
  readonly fiscalYear: number
  readonly name: string
  readonly opensOn: Day
  /** The last day, included; null when it is open all the year round. */
  readonly closesOn: Day | null
  /** 上越市 型: a department that answers “do” decides by itself. */
  readonly departmentMayDecide: 0 | 1
  /** Subjects of 課題提案. Free proposals 「自由提案」 are always welcome. */
  readonly themes: readonly string[]
}

export interface Opened {
  readonly campaignId: number
  /** In the order of the titles. */
  readonly themeIds: readonly number[]
}

/** Opens a 募集 with its themes. Throws RuleBroken when it would close before it opens. */
export async function openCampaign(ctx: Ctx, { themes, ...campaign }: Opening): Promise<Opened> {
  insist(mayKeepOrganisation(ctx.actor))
  if (campaign.closesOn !== null && campaign.closesOn < campaign.opensOn) {
    throw new RuleBroken('締切日は、開始日より後の日を入力してください。', 'closesOn')
  }
  const { id: campaignId } = await ctx.tx
    .insertInto('campaigns')
    .values(campaign)
    .returning('id')
    .executeTakeFirstOrThrow()
  const themeIds: number[] = []
  for (const title of themes) {
    const theme = await ctx.tx
      .insertInto('themes')
      .values({ campaignId, title })
      .returning('id')
      .executeTakeFirstOrThrow()
    themeIds.push(theme.id)
  }
  ctx.happened({ kind: 'organisation.imported', list: 'campaigns', rows: 1 })
  return { campaignId, themeIds }
}
