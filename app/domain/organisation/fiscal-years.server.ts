import type { FiscalYearRow } from '#db/schema'
import { fiscalYearLabel } from '../calendar'
import type { Db } from '../context'
import { RuleBroken } from '../errors'

/** The settings that a city has decided for a year. Throws RuleBroken while the year has not been opened. */
export async function findFiscalYear(db: Db, fiscalYear: number): Promise<FiscalYearRow> {
  const settings = await db
    .selectFrom('fiscalYears')
    .selectAll()
    .where('fiscalYear', '=', fiscalYear)
    .executeTakeFirst()
  if (!settings) {
    throw new RuleBroken(`${fiscalYearLabel(fiscalYear)}の準備がまだ済んでいません。事務局に知らせてください。`)
  }
  return settings
}
