import type { Db } from '../context'
import { NotFound } from '../errors'

const mostShown = 100

/** 募集 of all years, the latest first. */
export async function listCampaigns(db: Db) {
  return db
    .selectFrom('campaigns')
    .selectAll()
    .orderBy('fiscalYear', 'desc')
    .orderBy('opensOn', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
}

/** With its themes, and how much was proposed for it and for each of them. Throws NotFound. Two statements. */
export async function findCampaign(db: Db, id: number) {
  const campaign = await db
    .selectFrom('campaigns')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('proposals')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('proposals.campaignId', '=', 'campaigns.id')
        .where('proposals.submittedAt', 'is not', null)
        .as('proposals'),
    )
    .where('id', '=', id)
    .executeTakeFirst()
  if (!campaign) throw new NotFound()
  const themes = await db
    .selectFrom('themes')
    .leftJoin('proposals', 'proposals.themeId', 'themes.id')
    .select(['themes.id', 'themes.title'])
    .select(({ fn }) => fn.count<number>('proposals.id').as('proposals'))
    .where('themes.campaignId', '=', id)
    .groupBy(['themes.id', 'themes.title'])
    .orderBy('themes.id')
    .limit(mostShown)
    .execute()
  return { ...campaign, proposals: Number(campaign.proposals), themes: themes.map(withNumber) }
}

export type KeptCampaign = Awaited<ReturnType<typeof findCampaign>>

function withNumber<T extends { proposals: number }>(row: T): T {
  return { ...row, proposals: Number(row.proposals) }
}
