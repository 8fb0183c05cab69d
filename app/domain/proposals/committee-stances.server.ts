import type { Db } from '../context'
import type { Stance } from './decision'

/** The answers of each proposal's latest round, the lead department first. */
export async function listStances(
  db: Db,
  proposalIds: readonly number[],
): Promise<Map<number, (Stance | null)[]>> {
  const stances = new Map<number, (Stance | null)[]>()
  if (proposalIds.length === 0) return stances
  const rows = await db
    .selectFrom('considerations')
    .leftJoin('considerationAnswers as answers', (join) =>
      join
        .onRef('answers.considerationId', '=', 'considerations.id')
        .on('answers.answeredAt', 'is not', null),
    )
    .select(['considerations.proposalId', 'answers.stance'])
    .where('considerations.proposalId', 'in', proposalIds)
    .where('considerations.round', '=', (eb) =>
      eb
        .selectFrom('considerations as rounds')
        .select(({ fn }) => fn.max('rounds.round').as('latest'))
        .whereRef('rounds.proposalId', '=', 'considerations.proposalId'),
    )
    .orderBy('considerations.isLead', 'desc')
    .orderBy('considerations.id')
    .execute()
  for (const { proposalId, stance } of rows) {
    stances.set(proposalId, [...(stances.get(proposalId) ?? []), stance as Stance | null])
  }
  return stances
}
