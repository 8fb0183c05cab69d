import { type RawBuilder, sql, type SqlBool } from 'kysely'

interface Delegation {
  readonly departmentId: number
  readonly headId: number
}

/**
 * As a condition on `practices`: nobody confirms what is their own, and a delegate not what is the head's own, as
 * `mayConfirm` has it.
 */
export function isOfOthers(personId: number, delegations: readonly Delegation[]): RawBuilder<SqlBool> {
  const heads = delegations.map(
    ({ departmentId, headId }) =>
      sql`and not (coalesce("practices"."confirmingDepartmentId", 0) = ${departmentId} and ${isBy(headId)})`,
  )
  return sql<SqlBool>`(not ${isBy(personId)} ${sql.join(heads, sql` `)})`
}

function isBy(personId: number): RawBuilder<SqlBool> {
  return sql<SqlBool>`("practices"."reporterId" = ${personId} or exists (
    select 1 from "practiceMembers"
    where "practiceMembers"."practiceId" = "practices"."id" and "practiceMembers"."personId" = ${personId}
  ))`
}
