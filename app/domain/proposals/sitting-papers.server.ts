import { type ExpressionBuilder, sql } from 'kysely'
import type { Database } from '#db/schema'
import type { SittingFacts } from '../committees/sitting'
import type { Db } from '../context'
import { nested, rowsOf } from '../nested.server'
import type { Actor } from '../organisation/actor'
import type { HoldView } from './committee-view'
import { subjectColumns, subjectLists, subjectOf } from './consideration-subject.server'
import type { ConsideredSubject } from './consideration-view'
import type { Stance } from './decision'
import { holdOf, selectLastHold } from './hold-notes.server'
import { type AgendaLine, findAgendaSeenBy } from './sitting-lines.server'

/** What a department says, as it stands on the paper. */
export interface PaperAnswer {
  readonly departmentName: string
  readonly isLead: boolean
  readonly stance: Stance | null
  readonly grounds: string
  /** 合議: what other departments said to it. */
  readonly opinions: readonly { readonly departmentName: string; readonly opinion: string }[]
}

export interface Paper {
  readonly line: AgendaLine
  readonly subject: ConsideredSubject
  /** The department's word in every round, the latest first and the lead department at its head. */
  readonly answers: readonly PaperAnswer[]
  /** Why it was held before, and what its helper writes; null when it never was. */
  readonly hold: HoldView | null
}

/** One paper for each item of a sitting, in its order. Four statements, however many. Throws NotFound. */
export async function listPapersSeenBy(
  db: Db,
  actor: Actor,
  sittingId: number,
): Promise<{ sitting: SittingFacts; papers: Paper[] }> {
  const { sitting, lines } = await findAgendaSeenBy(db, actor, sittingId)
  const rows = await selectPapers(db, sittingId).execute()
  return {
    sitting,
    papers: lines.flatMap((line) => {
      const row = rows.find(({ id }) => id === line.proposalId)
      if (!row) return []
      const answers = rowsOf(row.answers).map(({ stance, isLead, opinions, ...answer }) => ({
        ...answer,
        isLead: isLead === 1,
        stance: stance as Stance | null,
        opinions: rowsOf(opinions),
      }))
      return [{ line, subject: subjectOf(row), answers, hold: holdOf(rowsOf(row.holds)) }]
    }),
  }
}

function selectPapers(db: Db, sittingId: number) {
  return db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select(subjectColumns)
    .select((eb) => [
      ...subjectLists(db, eb),
      nested(db, selectLastHold(db, sql.ref<number>('proposals.id'))).as('holds'),
      answersIn(db, eb).as('answers'),
    ])
    .where('proposals.id', 'in', (eb) =>
      eb
        .selectFrom('agendaItems')
        .select('agendaItems.proposalId')
        .where('agendaItems.sittingId', '=', sittingId),
    )
}

/** More than a proposal is ever asked about. */
const mostAnswers = 20

function answersIn(db: Db, eb: ExpressionBuilder<Database, 'proposals'>) {
  const opinions = nested(
    db,
    eb
      .selectFrom('consultations')
      .innerJoin('departments as consulted', 'consulted.id', 'consultations.departmentId')
      .select((inner) => [
        'consulted.name as departmentName',
        inner.ref('consultations.opinion').$notNull().as('opinion'),
      ])
      .where('consultations.considerationId', '=', sql.ref<number>('considerations.id'))
      .where('consultations.opinion', 'is not', null)
      .orderBy('consultations.id'),
  )
  return nested(
    db,
    eb
      .selectFrom('considerations')
      .innerJoin('departments as asked', 'asked.id', 'considerations.departmentId')
      .innerJoin('considerationAnswers as answers', (join) =>
        join
          .onRef('answers.considerationId', '=', 'considerations.id')
          .on('answers.answeredAt', 'is not', null),
      )
      .select([
        ...(['asked.name as departmentName', 'considerations.isLead', 'answers.stance'] as const),
        ...(['answers.grounds', opinions.as('opinions')] as const),
      ])
      .whereRef('considerations.proposalId', '=', 'proposals.id')
      .orderBy('considerations.round', 'desc')
      .orderBy('considerations.isLead', 'desc')
      .orderBy('considerations.id')
      .limit(mostAnswers),
  )
}
