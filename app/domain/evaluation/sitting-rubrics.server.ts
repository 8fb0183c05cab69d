import type { Db } from '../context'
import { type KeptRubric, listRubrics } from './rubrics.server'

/** What the items of a sitting are judged by: usually one rubric, one more for each other campaign. Three statements. */
export async function listSittingRubrics(
  db: Db,
  sittingId: number,
): Promise<{ rubric: KeptRubric; agendaItemIds: number[] }[]> {
  const items = await db
    .selectFrom('agendaItems')
    .innerJoin('proposals', 'proposals.id', 'agendaItems.proposalId')
    .select(['agendaItems.id', 'proposals.campaignId'])
    .where('agendaItems.sittingId', '=', sittingId)
    .execute()
  const rubrics = await listRubrics(db, [...new Set(items.map(({ campaignId }) => campaignId))])
  return [...rubrics.values()].map((rubric) => ({
    rubric,
    agendaItemIds: items.filter(({ campaignId }) => campaignId === rubric.campaignId).map(({ id }) => id),
  }))
}
