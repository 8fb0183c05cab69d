import { type RawBuilder, type SqlBool, sql } from 'kysely'

/**
 * Condition of a query with `projectYears` and `fiscalYears`: the project is in the denominator, by the setting of
 * its year.
 */
export const inDenominator: RawBuilder<SqlBool> = sql<SqlBool>`
  ("projectYears"."inScope" = 1 or "fiscalYears"."denominator" = 'all')`

/** The contrary, in two parts, so that SQLite passes over what is in scope before it looks anything up for it. */
export const outsideDenominator: RawBuilder<SqlBool> = sql<SqlBool>`
  ("projectYears"."inScope" <> 1 and "fiscalYears"."denominator" <> 'all')`
