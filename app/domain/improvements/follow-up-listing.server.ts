import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { type Actor, headedDepartmentIds, ownDepartmentIds } from '../organisation/actor'
import { isOrBecame } from '../organisation/heirs.server'
import { validOn } from '../organisation/validity'

interface Answering {
  readonly personId: number
  /** Where the person works, and what the person heads. */
  readonly departments: readonly number[]
  readonly headed: readonly number[]
  readonly today: Day
}

/**
 * As a condition on `followUps`: what this person is asked for. Each part is a walk along an index of what is open; with a
 * part that nothing fulfils beside it, SQLite would read the whole table.
 */
export function isToFollowUp(answering: Answering): RawBuilder<SqlBool> {
  const own = isOwnToFollowUp(answering)
  return answering.headed.length === 0 ? own : sql<SqlBool>`(${own} or ${isLeftToFollowUp(answering)})`
}

/** It is time, and whoever reported it is still there to be asked. */
function isOwnToFollowUp({ personId, departments, today }: Answering): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${isDue(today)} and "followUps"."personId" = ${personId}
    and ${isOrBecame('followUps.departmentId', departments, today)})`
}

/**
 * As a condition on `followUps`: it is time, and whoever reported it has left the departments that the person heads, so
 * that the post answers.
 */
export function isLeftToFollowUp({
  headed,
  today,
}: Pick<Answering, 'headed' | 'today'>): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${isDue(today)} and ${isOrBecame('followUps.departmentId', headed, today)}
    and not exists (
      select 1 from "appointments"
      where "appointments"."personId" = "followUps"."personId" and ${validOn('appointments', today)}
        and "appointments"."departmentId" in (${sql.join(headed)})
    ))`
}

function isDue(today: Day): RawBuilder<SqlBool> {
  return sql<SqlBool>`("followUps"."outcome" is null and "followUps"."dueOn" <= ${today})`
}

const mostListed = 200

/** What waits for a word of this person, the longest first; at most 200. */
export async function listFollowUpsToWrite(db: Db, actor: Actor) {
  const answering: Answering = {
    ...{ personId: actor.personId, today: actor.today },
    ...{ departments: ownDepartmentIds(actor), headed: headedDepartmentIds(actor) },
  }
  return db
    .selectFrom('followUps')
    .innerJoin('improvements', 'improvements.id', 'followUps.improvementId')
    .innerJoin('departments', 'departments.id', 'followUps.departmentId')
    .select(['improvements.id as improvementId', 'improvements.title', 'improvements.publishedOn'])
    .select(['departments.name as departmentName', 'followUps.dueOn'])
    .where(isToFollowUp(answering))
    .orderBy('followUps.dueOn')
    .orderBy('followUps.id')
    .limit(mostListed)
    .execute()
}
