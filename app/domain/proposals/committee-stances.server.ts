import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema'
import type { Db } from '../context'
import { type Nested, nested, rowsOf } from '../nested.server'
import type { Stance } from './decision'

/** As a column of a proposal: the answers of its latest round, the lead department first. */
export function stancesIn(db: Db, eb: ExpressionBuilder<Database, 'proposals'>) {
  return nested(
    db,
    eb
      .selectFrom('considerations')
      .leftJoin('considerationAnswers as answers', (join) =>
        join
          .onRef('answers.considerationId', '=', 'considerations.id')
          .on('answers.answeredAt', 'is not', null),
      )
      .select('answers.stance')
      .whereRef('considerations.proposalId', '=', 'proposals.id')
      .where('considerations.round', '=', (rounds) =>
        rounds
          .selectFrom('considerations as rounds')
          .select(({ fn }) => fn.max('rounds.round').as('latest'))
          .whereRef('rounds.proposalId', '=', 'proposals.id'),
      )
      .orderBy('considerations.isLead', 'desc')
      .orderBy('considerations.id'),
  )
}

export function stancesOf(column: Nested<{ stance: string | null }>): (Stance | null)[] {
  return rowsOf(column).map(({ stance }) => stance as Stance | null)
}

/** What was answered about the proposals on the agenda of a sitting, in all rounds, for `latestStances`. */
export function stancesAtSitting(db: Db, sittingId: number) {
  return db
    .selectFrom('agendaItems')
    .innerJoin('considerations', 'considerations.proposalId', 'agendaItems.proposalId')
    .leftJoin('considerationAnswers as answers', (join) =>
      join
        .onRef('answers.considerationId', '=', 'considerations.id')
        .on('answers.answeredAt', 'is not', null),
    )
    .select(['considerations.proposalId', 'considerations.round', 'answers.stance'])
    .where('agendaItems.sittingId', '=', sittingId)
    .orderBy('considerations.isLead', 'desc')
    .orderBy('considerations.id')
}

/** The same as `stancesIn`, of each proposal: picked here, which is cheaper than to ask for the latest round of each answer. */
export function latestStances(
  answers: readonly { proposalId: number; round: number; stance: string | null }[],
): Map<number, (Stance | null)[]> {
  const latest = new Map<number, number>()
  for (const { proposalId, round } of answers) {
    latest.set(proposalId, Math.max(round, latest.get(proposalId) ?? round))
  }
  const stances = new Map<number, (Stance | null)[]>()
  for (const { proposalId, round, stance } of answers) {
    if (round !== latest.get(proposalId)) continue
    const known = stances.get(proposalId)
    if (known) known.push(stance as Stance | null)
    else stances.set(proposalId, [stance as Stance | null])
  }
  return stances
}
