import type { Day } from '../calendar'
import type { Ctx, Db } from '../context'
import { insist, NotFound, RuleBroken } from '../errors'
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

/** Opens a 募集 with its themes; returns its key. Throws RuleBroken when it would close before it opens. */
export async function openCampaign(ctx: Ctx, { themes, ...campaign }: Opening): Promise<number> {
  insist(mayKeepOrganisation(ctx.actor))
  if (campaign.closesOn !== null && campaign.closesOn < campaign.opensOn) {
    throw new RuleBroken('締切日は、開始日より後の日を入力してください。', 'closesOn')
  }
  const { id } = await ctx.tx
    .insertInto('campaigns')
    .values(campaign)
    .returning('id')
    .executeTakeFirstOrThrow()
  if (themes.length > 0) {
    await ctx.tx
      .insertInto('themes')
      .values(themes.map((title) => ({ campaignId: id, title })))
      .execute()
  }
  ctx.happened({ kind: 'organisation.imported', list: 'campaigns', rows: 1 })
  return id
}

/** Campaigns that take proposals on that day, the one that opened last first. */
export async function listOpenCampaigns(db: Db, today: Day) {
  return db
    .selectFrom('campaigns')
    .selectAll()
    .where('opensOn', '<=', today)
    .where((eb) => eb.or([eb('closesOn', 'is', null), eb('closesOn', '>=', today)]))
    .orderBy('opensOn', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()
}

/** Throws NotFound. */
export async function findCampaign(db: Db, campaignId: number) {
  const campaign = await db
    .selectFrom('campaigns')
    .selectAll()
    .where('id', '=', campaignId)
    .executeTakeFirst()
  if (!campaign) throw new NotFound()
  return campaign
}

export async function listThemes(db: Db, campaignId: number) {
  return db
    .selectFrom('themes')
    .select(['id', 'title'])
    .where('campaignId', '=', campaignId)
    .orderBy('id')
    .limit(100)
    .execute()
}
