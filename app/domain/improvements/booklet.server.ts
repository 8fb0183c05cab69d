import type { Db } from '../context'

/** On paper, two a sheet: more than thirty sheets nobody prints by accident. */
export const mostPrinted = 60

export interface Story {
  readonly before: string
  readonly change: string
}

/** What was and what was changed, of improvements on the shelf, in one statement. */
export async function listStories(db: Db, improvementIds: readonly number[]): Promise<Map<number, Story>> {
  if (improvementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('improvements')
    .leftJoin('practices', 'practices.id', 'improvements.practiceId')
    .leftJoin('proposals', 'proposals.id', 'improvements.proposalId')
    .select((eb) => [
      'improvements.id',
      eb.fn.coalesce('practices.before', 'proposals.currentSituation').as('before'),
      eb.fn.coalesce('practices.change', 'proposals.proposal').as('change'),
    ])
    .where('improvements.id', 'in', improvementIds)
    .execute()
  return new Map(rows.map(({ id, before, change }) => [id, { before: before ?? '', change: change ?? '' }]))
}
