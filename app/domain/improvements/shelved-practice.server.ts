import { bureauOn, firstDayOfYear } from '../organisation/bureau-of-day.server'
import type { Db } from '../context'
import type { Description } from './description.server'
import { excerptOf, namesInLine } from './excerpt'
import { practiceState } from './shelf'

/** A confirmed report as the shelf shows it. Names are shown: whoever reports puts the name to it. */
export async function describePractice(db: Db, practiceId: number): Promise<Description> {
  const practice = await db
    .selectFrom('practices')
    .innerJoin('departments', 'departments.id', 'practices.departmentId')
    .select([
      'practices.fiscalYear',
      'practices.departmentId',
      bureauOn('departments', firstDayOfYear('practices.fiscalYear')).as('bureauId'),
      'practices.title',
      'practices.change',
      'practices.effectTags',
      'practices.minutesPerYear',
      'practices.yenPerYear',
      'practices.recurring',
      'practices.ictKind',
      'practices.implementedOn',
    ])
    .where('practices.id', '=', practiceId)
    .executeTakeFirstOrThrow()
  const { bureauId, change, ...row } = practice
  return {
    ...row,
    practiceId,
    proposalId: null,
    bureauId: bureauId ?? row.departmentId,
    excerpt: excerptOf(change),
    authors: namesInLine(await listNames(db, practiceId)),
    state: practiceState,
  }
}

/** The reporter first, then the others in their order. */
async function listNames(db: Db, practiceId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('practices')
    .innerJoin('people', 'people.id', 'practices.reporterId')
    .select((eb) => ['people.name', eb.val<number>(0).as('place')])
    .where('practices.id', '=', practiceId)
    .unionAll(
      db
        .selectFrom('practiceMembers')
        .innerJoin('people', 'people.id', 'practiceMembers.personId')
        .select((eb) => ['people.name', eb('practiceMembers.position', '+', 1).as('place')])
        .where('practiceMembers.practiceId', '=', practiceId),
    )
    .orderBy('place')
    .execute()
  return rows.map(({ name }) => name)
}
