import type { Day } from '../calendar'
import type { Db } from '../context'

export interface OpenTheme {
  readonly id: number
  readonly title: string
  readonly campaignId: number
  readonly closesOn: Day | null
}

/** 課題提案: the themes that may be answered that day, the one that closes first at the top. */
export async function listOpenThemes(db: Db, today: Day): Promise<OpenTheme[]> {
  return openThemes(db, today).execute()
}

/** The same as a query, for a page that asks it together with others. */
export function openThemes(db: Db, today: Day) {
  return db
    .selectFrom('themes')
    .innerJoin('campaigns', 'campaigns.id', 'themes.campaignId')
    .select(['themes.id', 'themes.title', 'themes.campaignId', 'campaigns.closesOn'])
    .where('campaigns.opensOn', '<=', today)
    .where((eb) => eb.or([eb('campaigns.closesOn', 'is', null), eb('campaigns.closesOn', '>=', today)]))
    .orderBy('campaigns.closesOn', (order) => order.asc().nullsLast())
    .orderBy('themes.id')
    .limit(50)
}
