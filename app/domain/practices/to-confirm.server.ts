import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Day } from '../calendar'
import { hasSomebody, isOrBecame } from '../organisation/heirs.server'

interface Delegation {
  readonly departmentId: number
  readonly headId: number
}

/**
 * As a condition on `practices`: the head of the confirming department or of what came out of it; the secretariat where
 * no department is left to ask.
 */
export function isToConfirmBy({
  headed,
  isSecretariat,
  today,
}: {
  readonly headed: readonly number[]
  readonly isSecretariat: boolean
  readonly today: Day
}): RawBuilder<SqlBool> {
  const confirming = 'practices.confirmingDepartmentId'
  const own = isOrBecame(confirming, headed, today)
  if (!isSecretariat) return own
  return sql<SqlBool>`(${own} or ${sql.ref(confirming)} is null or not ${hasSomebody(confirming, today)})`
}

/**
 * As a condition on `practices`: nobody confirms what is their own, and a delegate not what is the head's own, as
 * `mayConfirm` has it.
 */
export function isOfOthers(
  personId: number,
  delegations: readonly Delegation[],
  today: Day,
): RawBuilder<SqlBool> {
  const heads = delegations.map(
    ({ departmentId, headId }) =>
      sql`and not (${isBy(headId)} and "practices"."confirmingDepartmentId" is not null
        and ${isOrBecame('practices.confirmingDepartmentId', [departmentId], today)})`,
  )
  return sql<SqlBool>`(not ${isBy(personId)} ${sql.join(heads, sql` `)})`
}

function isBy(personId: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`("practices"."reporterId" = ${personId} or exists (
    select 1 from "practiceMembers"
    where "practiceMembers"."practiceId" = "practices"."id" and "practiceMembers"."personId" = ${personId}
  ))`
}
