import { type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Database } from '#db/schema'
import type { Db } from '../context'
import { NotFound } from '../errors'
import { nested, rowsOf } from '../nested.server'
import { type Actor, departmentIds } from '../organisation/actor'
import { isOrBecame } from '../organisation/heirs.server'
import type { MemoFacts, Sharing } from './memo'

/** The facts for permission questions, hidden as missing: NotFound for whoever may not read the memo. */
export async function findMemoFactsSeenBy(db: Db, actor: Actor, memoId: number): Promise<MemoFacts> {
  const row = await db
    .selectFrom('memos')
    .select(['memos.id', 'memos.personId', 'memos.sharing', 'memos.practiceId', 'memos.proposalId'])
    .select((eb) => companionIdsIn(db, eb).as('companions'))
    .where('memos.id', '=', memoId)
    .where('memos.removedAt', 'is', null)
    .where(isSeenBy(actor))
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    ...{ id: row.id, personId: row.personId, sharing: row.sharing as Sharing },
    companionIds: rowsOf(row.companions).map(({ personId }) => personId),
    grown: row.practiceId !== null || row.proposalId !== null,
  }
}

/** As a condition on `memos`: one's own, where one thinks along, and what is shared with the department or with all. */
export function isSeenBy(actor: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`("memos"."personId" = ${actor.personId} or ${isCompanion(actor)} or ${isSharedWith(actor)})`
}

/** As a condition on `memos`. Of departments that came out of the one it was shared in, too. */
export function isSharedWith(actor: Actor): RawBuilder<SqlBool> {
  const inDepartment = isOrBecame('memos.departmentId', departmentIds(actor), actor.today)
  return sql<SqlBool>`("memos"."sharing" = 'staff' or ("memos"."sharing" = 'department' and ${inDepartment}))`
}

/** As a condition on `memos`. */
export function isCompanion({ personId }: Actor): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select 1 from "memoCompanions"
    where "memoCompanions"."memoId" = "memos"."id" and "memoCompanions"."personId" = ${personId}
  )`
}

function companionIdsIn(db: Db, eb: ExpressionBuilder<Database, 'memos'>) {
  return nested(
    db,
    eb
      .selectFrom('memoCompanions')
      .select('memoCompanions.personId')
      .whereRef('memoCompanions.memoId', '=', 'memos.id'),
  )
}
