import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '../calendar'

/** In force on that day; `validTo` is the last day, included. */
export function isValidOn(row: { validFrom: Day; validTo: Day | null }, day: Day): boolean {
  return row.validFrom <= day && (row.validTo === null || row.validTo >= day)
}

/** The same as a condition on a table or alias of the query: `.where(validOn('seats', today))`. */
export function validOn(
  alias: 'appointments' | 'delegations' | 'departments' | 'seats' | 'own',
  day: Day,
): RawBuilder<SqlBool> {
  const from = sql.ref(`${alias}.validFrom`)
  const to = sql.ref(`${alias}.validTo`)
  return sql<SqlBool>`(${from} <= ${day} and (${to} is null or ${to} >= ${day}))`
}
