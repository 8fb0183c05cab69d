import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema'
import type { Day } from '../calendar'
import { validOn } from '../organisation/validity'

/** Whether a person of the statement holds an appointment or a seat that day: whoever does not, cannot sign in. */
export function inService(eb: ExpressionBuilder<Database, 'people'>, day: Day) {
  return eb.or([
    eb.exists(
      eb
        .selectFrom('appointments')
        .select('appointments.id')
        .whereRef('appointments.personId', '=', 'people.id')
        .where(validOn('appointments', day)),
    ),
    eb.exists(
      eb
        .selectFrom('seats')
        .select('seats.id')
        .whereRef('seats.personId', '=', 'people.id')
        .where(validOn('seats', day)),
    ),
  ])
}
