import type { Day } from '../calendar'
import type { Db } from '../context'
import { type Actor, delegationsOf, headedDepartmentIds, isSecretariat } from '../organisation/actor'
import type { PracticeStage } from './practice'
import { isOfOthers, isToConfirmBy } from './to-confirm.server'

/** As many as one person can look through at a time; the rest comes up when these are done. */
export const mostToConfirm = 30
const mostOwn = 50

/** Reports that wait for this person, the longest waiting first, without those that are the person's own or the head's for whom a delegate acts. */
export async function listReportsToConfirm(db: Db, actor: Actor) {
  return db
    .selectFrom('practices')
    .innerJoin('departments', 'departments.id', 'practices.departmentId')
    .innerJoin('people', 'people.id', 'practices.reporterId')
    .select([
      'practices.id',
      'practices.version',
      'practices.receiptNumber',
      'practices.title',
      'practices.before',
      'practices.change',
      'practices.minutesPerYear',
      'practices.yenPerYear',
      'practices.recurring',
      'practices.calculationBasis',
      'practices.projectUnknown',
      'practices.confirmDueOn',
      'practices.departmentId',
      'departments.name as departmentName',
      'people.name as reporterName',
    ])
    .where('practices.stage', '=', 'reported')
    .where(
      isToConfirmBy({
        headed: headedDepartmentIds(actor),
        isSecretariat: isSecretariat(actor),
        today: actor.today,
      }),
    )
    .where(isOfOthers(actor.personId, delegationsOf(actor), actor.today))
    .orderBy('practices.confirmDueOn')
    .orderBy('practices.id')
    .limit(mostToConfirm)
    .execute()
}

export interface OwnPractice {
  readonly id: number
  readonly stage: PracticeStage
  readonly receiptNumber: string | null
  readonly title: string
  readonly updatedAt: string
  readonly confirmDueOn: Day | null
}

/** What the person reported or took part in, the newest first; at most 50. */
export async function listOwnPractices(db: Db, personId: number): Promise<OwnPractice[]> {
  const rows = await db
    .selectFrom('practices')
    .select([
      'practices.id',
      'practices.stage',
      'practices.receiptNumber',
      'practices.title',
      'practices.updatedAt',
      'practices.confirmDueOn',
    ])
    .where((eb) =>
      eb.or([
        eb('practices.reporterId', '=', personId),
        eb(
          'practices.id',
          'in',
          eb
            .selectFrom('practiceMembers')
            .select('practiceMembers.practiceId')
            .where('practiceMembers.personId', '=', personId),
        ),
      ]),
    )
    .orderBy('practices.id', 'desc')
    .limit(mostOwn)
    .execute()
  return rows.map((row) => ({ ...row, stage: row.stage as PracticeStage }))
}
