import { sql } from 'kysely'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { type Actor, headedDepartmentIds } from '../organisation/actor'
import { bureauOn } from '../organisation/bureau-of-day.server'
import { isOrBecame } from '../organisation/heirs.server'
import { roundLimits } from './round'

/** What is asked, of which improvement, until when. Throws NotFound. */
export async function findRound(db: Db, roundId: number) {
  const row = await selectRounds(db).where('spreadRounds.id', '=', roundId).executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** The round that runs about an improvement, if there is one. */
export async function findOpenRoundOf(db: Db, improvementId: number): Promise<number | null> {
  const row = await db
    .selectFrom('spreadRounds')
    .select('id')
    .where('improvementId', '=', improvementId)
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  return row?.id ?? null
}

const mostRounds = 200

/** With how many were asked, have answered and take it up; those that run first, then the latest. At most 200. */
export async function listRounds(db: Db) {
  return selectRounds(db)
    .select((eb) =>
      (['asked', 'answered', 'adopting'] as const).map((what) => {
        const sections = eb
          .selectFrom('spreadRoundSections')
          .select(({ fn }) => fn.countAll<number>().as('sections'))
          .whereRef('spreadRoundSections.roundId', '=', 'spreadRounds.id')
        if (what === 'asked') return sections.as(what)
        return what === 'answered'
          ? sections.where('answer', 'is not', null).as(what)
          : sections.where('answer', '=', 'adopt').as(what)
      }),
    )
    .orderBy((eb) => eb.case().when('spreadRounds.closedAt', 'is', null).then(0).else(1).end())
    .orderBy('spreadRounds.id', 'desc')
    .limit(mostRounds)
    .execute()
}

/** Every section that was asked, in the order of the organisation, with its bureau of the day that answers are due, its answer and who gave it. */
export async function listRoundSections(db: Db, roundId: number) {
  return db
    .selectFrom('spreadRoundSections')
    .innerJoin('departments', 'departments.id', 'spreadRoundSections.departmentId')
    .innerJoin('spreadRounds', 'spreadRounds.id', 'spreadRoundSections.roundId')
    .leftJoin('departments as bureaus', (join) =>
      join.on('bureaus.id', '=', bureauOn('departments', sql.ref<string>('spreadRounds.dueOn'))),
    )
    .leftJoin('people', 'people.id', 'spreadRoundSections.answeredById')
    .leftJoin('people as heads', 'heads.id', 'spreadRoundSections.answeredForId')
    .select(['spreadRoundSections.id', 'spreadRoundSections.answer', 'spreadRoundSections.reason'])
    .select(['spreadRoundSections.answeredAt', 'people.name as actorName', 'heads.name as headName'])
    .select(['departments.id as departmentId', 'departments.name as departmentName'])
    .select('bureaus.name as bureauName')
    .where('spreadRoundSections.roundId', '=', roundId)
    .orderBy('departments.code')
    .execute()
}

/**
 * What runs and is for the departments that the person heads, and for those that they came out of: first what is not
 * answered, what is due first at the top. As many as one page sends.
 */
export async function listRoundsToAnswer(db: Db, actor: Actor) {
  return db
    .selectFrom('spreadRoundSections')
    .innerJoin('spreadRounds', 'spreadRounds.id', 'spreadRoundSections.roundId')
    .innerJoin('improvements', 'improvements.id', 'spreadRounds.improvementId')
    .innerJoin('departments', 'departments.id', 'spreadRoundSections.departmentId')
    .innerJoin('departments as makers', 'makers.id', 'improvements.departmentId')
    .select(['spreadRoundSections.id', 'spreadRoundSections.answer', 'spreadRoundSections.reason'])
    .select(['spreadRoundSections.version', 'spreadRounds.dueOn', 'spreadRounds.word'])
    .select(['improvements.id as improvementId', 'improvements.title', 'improvements.excerpt'])
    .select(['departments.name as departmentName', 'makers.name as makerName'])
    .where('spreadRounds.closedAt', 'is', null)
    .where(isOrBecame('spreadRoundSections.departmentId', headedDepartmentIds(actor), actor.today))
    .orderBy((eb) => eb.case().when('spreadRoundSections.answer', 'is', null).then(0).else(1).end())
    .orderBy('spreadRounds.dueOn')
    .orderBy('spreadRoundSections.id')
    .limit(roundLimits.rows)
    .execute()
}

function selectRounds(db: Db) {
  return db
    .selectFrom('spreadRounds')
    .innerJoin('improvements', 'improvements.id', 'spreadRounds.improvementId')
    .innerJoin('people', 'people.id', 'spreadRounds.openedById')
    .select(['spreadRounds.id', 'spreadRounds.improvementId', 'spreadRounds.word', 'spreadRounds.dueOn'])
    .select([
      'spreadRounds.openedAt',
      'spreadRounds.closedAt',
      'improvements.title',
      'people.name as openedBy',
    ])
}
