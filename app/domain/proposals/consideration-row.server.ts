import type { Day } from '../calendar'
import type { Db } from '../context'
import { actorInWords } from '../events/acting'
import { isOrBecame } from '../organisation/heirs.server'
import type { ConsiderationText } from './consideration'
import { textColumns, textOf } from './consideration-text.server'
import { type ConsiderationView, readableText } from './consideration-view'
import type { ConsultationView } from './consultation-view'

export interface Readers {
  readonly isReviewer: boolean
  readonly isAuthor: boolean
}

/** One row for each department consulted 「合議」 in a consideration, one without where none was. */
export function selectConsiderations(db: Db, ours: readonly number[], today: Day) {
  return db
    .selectFrom('considerations')
    .innerJoin('departments', 'departments.id', 'considerations.departmentId')
    .leftJoin('considerationAnswers as answers', (join) =>
      join
        .onRef('answers.considerationId', '=', 'considerations.id')
        .on('answers.answeredAt', 'is not', null),
    )
    .leftJoin('people as heads', 'heads.id', 'considerations.answeredForId')
    .leftJoin('people as delegates', 'delegates.id', 'considerations.answeredById')
    .leftJoin('reasonCodes', (join) =>
      join.on('reasonCodes.usedFor', '=', 'difficult').onRef('reasonCodes.code', '=', 'answers.reasonCode'),
    )
    .leftJoin('consultations', 'consultations.considerationId', 'considerations.id')
    .leftJoin('departments as consulted', 'consulted.id', 'consultations.departmentId')
    .leftJoin('people as advisers', 'advisers.id', 'consultations.answeredById')
    .leftJoin('people as advising', 'advising.id', 'consultations.answeredForId')
    .select([
      ...(['consultations.id as consultationId', 'consulted.name as consultedName'] as const),
      ...(['consultations.question as asksFor', 'consultations.askedAt as consultedAt'] as const),
      ...(['consultations.opinion', 'consultations.answeredAt as advisedAt'] as const),
      ...(['advisers.name as adviserName', 'advising.name as advisedForName'] as const),
    ])
    .select((eb) => [
      'considerations.id',
      'departments.name as departmentName',
      'considerations.round',
      'considerations.isLead',
      'considerations.question',
      'considerations.askedAt',
      'considerations.dueOn',
      'considerations.takenUpAt',
      'considerations.answeredAt',
      'heads.name as headName',
      'delegates.name as actorName',
      'reasonCodes.label as reasonLabel',
      eb
        .case()
        .when(isOrBecame('considerations.departmentId', ours, today))
        .then(1)
        .else(0)
        .end()
        .as('isOurs'),
      ...textColumns.map((column) => `answers.${column}` as const),
    ])
    .orderBy('considerations.round', 'desc')
    .orderBy('considerations.isLead', 'desc')
    .orderBy('considerations.id')
    .orderBy('consultations.id', (order) => order.asc().nullsFirst())
}

type Row = Awaited<ReturnType<ReturnType<typeof selectConsiderations>['execute']>>[number]

/** Considerations in the order of their rows, each as far as this reader is meant to read it. */
export function viewsOf(rows: readonly Row[], readers: Readers): ConsiderationView[] {
  return rows
    .filter(({ id }, place) => rows[place - 1]?.id !== id)
    .map((row) => viewOf(row, readers, readers.isReviewer ? rows.filter(({ id }) => id === row.id) : []))
}

function viewOf(row: Row, readers: Readers, consulted: readonly Row[]): ConsiderationView {
  const { headName, actorName } = row
  return {
    id: row.id,
    departmentName: row.departmentName,
    round: row.round,
    isLead: row.isLead === 1,
    isOurs: row.isOurs === 1,
    question: row.question,
    askedAt: row.askedAt,
    dueOn: row.dueOn,
    takenUpAt: row.takenUpAt,
    answeredAt: row.answeredAt,
    answeredFor: headName === null ? null : actorInWords({ actorName, headName }),
    reasonLabel: row.reasonLabel,
    text: row.answeredAt === null ? null : readableText(answerOf(row), readers),
    consultations: consulted.flatMap(consultationOf),
  }
}

/** The columns of a left join, which are all there once the department has answered. */
function answerOf(row: Row): ConsiderationText {
  const filled = row as Omit<ConsiderationText, 'stance'> & { stance: string | null }
  return textOf(Object.fromEntries(textColumns.map((column) => [column, filled[column]])) as typeof filled)
}

function consultationOf(row: Row): ConsultationView[] {
  if (row.consultationId === null) return []
  const { adviserName: actorName, advisedForName: headName } = row
  return [
    {
      id: row.consultationId,
      departmentName: row.consultedName ?? '',
      question: row.asksFor ?? '',
      askedAt: row.consultedAt ?? '',
      opinion: row.opinion,
      answeredAt: row.advisedAt,
      answeredFor: headName === null ? null : actorInWords({ actorName, headName }),
    },
  ]
}
