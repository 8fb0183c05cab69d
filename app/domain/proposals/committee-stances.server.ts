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

/** The same of all proposals on the agenda of a sitting, as rows of a list. */
export function stancesAtSitting(db: Db, sittingId: number) {
  return db
    .selectFrom('agendaItems')
    .innerJoin('considerations', 'considerations.proposalId', 'agendaItems.proposalId')
    .leftJoin('considerationAnswers as answers', (join) =>
      join
        .onRef('answers.considerationId', '=', 'considerations.id')
        .on('answers.answeredAt', 'is not', null),
    )
    .select(['considerations.proposalId', 'answers.stance'])
    .where('agendaItems.sittingId', '=', sittingId)
    .where('considerations.round', '=', (rounds) =>
      rounds
        .selectFrom('considerations as rounds')
        .select(({ fn }) => fn.max('rounds.round').as('latest'))
        .whereRef('rounds.proposalId', '=', 'considerations.proposalId'),
    )
    .orderBy('considerations.isLead', 'desc')
    .orderBy('considerations.id')
}
