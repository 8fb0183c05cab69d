import type { Day } from '../calendar'
import type { Db } from '../context'
import { validOn } from '../organisation/validity'
import type { Body } from '../organisation/seat'
import { actingHeadsOf } from '../organisation/heads.server'
import { withHeirs } from '../organisation/heirs.server'
import type { Audience } from './announcement'
import { sql } from 'kysely'

/** Who that is today: powers follow from appointments and seats of the day, so the successor is told. */
export async function listAudience(db: Db, audience: Audience, today: Day): Promise<number[]> {
  const rows = await selectAudience(db, audience, today)
  return rows.map(({ personId }) => personId)
}

async function selectAudience(db: Db, audience: Audience, today: Day): Promise<{ personId: number }[]> {
  switch (audience.to) {
    case 'person':
      return [{ personId: audience.personId }]
    case 'authors':
      return selectAuthors(db, audience.proposalId).execute()
    case 'heads':
      return selectHeads(db, sql`select "id" from "departments" where "id" = ${audience.departmentId}`, today)
    case 'headsAsked':
      return selectHeads(
        db,
        sql`select "departmentId" from "considerations"
            where "proposalId" = ${audience.proposalId} and "answeredAt" is null
            union
            select "consultations"."departmentId" from "consultations"
            inner join "considerations" on "considerations"."id" = "consultations"."considerationId"
            where "considerations"."proposalId" = ${audience.proposalId}
              and "consultations"."answeredAt" is null and "considerations"."answeredAt" is null`,
        today,
      )
    case 'headsOfRound':
      return selectHeads(
        db,
        sql`select "departmentId" from "spreadRoundSections"
            where "roundId" = ${audience.roundId} and "answer" is null`,
        today,
      )
    case 'body':
      return selectSeats(db, audience.body, today).execute()
    case 'judges':
      return selectSeats(db, audience.body, today).where('role', '<>', 'clerk').execute()
    case 'recorders':
      return selectSeats(db, audience.body, today).where('role', '<>', 'member').execute()
    case 'practiceMembers':
      return selectPracticeMembers(db, audience.practiceId).execute()
    case 'improvers':
      return selectImprovers(db, audience.improvementId)
    case 'followers':
      return db
        .selectFrom('follows')
        .select('personId')
        .where('improvementId', '=', audience.improvementId)
        .execute()
  }
}

function selectAuthors(db: Db, proposalId: number) {
  return db
    .selectFrom('authorships')
    .select('personId')
    .distinct()
    .where('leftAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('proposalId', '=', proposalId),
        eb(
          'proposalId',
          'in',
          eb
            .selectFrom('mergers')
            .select('mergers.proposalId')
            .where('mergers.intoId', '=', proposalId)
            .where('mergers.undoneAt', 'is', null),
        ),
      ]),
    )
}

function selectHeads(db: Db, departments: ReturnType<typeof sql>, today: Day) {
  return db
    .selectFrom(actingHeadsOf(withHeirs(departments, today), today).as('heads'))
    .select('personId')
    .orderBy('personId')
    .execute()
}

function selectSeats(db: Db, body: Body, today: Day) {
  return db
    .selectFrom('seats')
    .select('personId')
    .distinct()
    .where('body', '=', body)
    .where(validOn('seats', today))
}

function selectPracticeMembers(db: Db, practiceId: number) {
  return db
    .selectFrom('practices')
    .select('reporterId as personId')
    .where('id', '=', practiceId)
    .union(db.selectFrom('practiceMembers').select('personId').where('practiceId', '=', practiceId))
}

async function selectImprovers(db: Db, improvementId: number): Promise<{ personId: number }[]> {
  const improvement = await db
    .selectFrom('improvements')
    .select(['practiceId', 'proposalId'])
    .where('id', '=', improvementId)
    .executeTakeFirst()
  if (!improvement) return []
  const { practiceId, proposalId } = improvement
  return practiceId === null
    ? selectAuthors(db, proposalId ?? 0).execute()
    : selectPracticeMembers(db, practiceId).execute()
}
