import type { Day } from '../calendar'
import type { Db } from '../context'

/** 募集 that take proposals on that day, the one that opened last first; usually one. */
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
