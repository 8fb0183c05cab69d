import { firstDayOf, lastDayOf } from '../calendar'
import type { Db } from '../context'

/** Reports of what was carried out in a year that no head has confirmed, those sent back included: none of them counts. */
export async function countUnconfirmed(db: Db, fiscalYear: number): Promise<number> {
  const { count } = await db
    .selectFrom('practices')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('stage', 'in', ['reported', 'returned'])
    .where((eb) => eb.between('implementedOn', firstDayOf(fiscalYear), lastDayOf(fiscalYear)))
    .executeTakeFirstOrThrow()
  return Number(count)
}
