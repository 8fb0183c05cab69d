import type { FiscalYearRow } from '#db/schema'
import { fiscalYearLabel } from '../calendar'
import type { Db } from '../context'
import { RuleBroken } from '../errors'
import { worded } from '../worded.server'

/** The settings that the city has decided for a year. Throws RuleBroken while nobody has opened it. */
export async function findFiscalYear(db: Db, fiscalYear: number): Promise<FiscalYearRow> {
  const row = await db
    .selectFrom('fiscalYears')
    .selectAll()
    .where('fiscalYear', '=', fiscalYear)
    .executeTakeFirst()
  if (!row) throw notOpened(fiscalYear)
  return row
}

export function notOpened(fiscalYear: number): RuleBroken {
  return new RuleBroken(
    `${fiscalYearLabel(fiscalYear)}の準備がまだ済んでいません。事務局に知らせてください。`,
  )
}

/** The years that were opened, the latest first. */
export async function listFiscalYears(db: Db): Promise<number[]> {
  return (await selectYears(db, {})).map(({ fiscalYear }) => fiscalYear)
}

const selectYears = worded((db) =>
  db.selectFrom('fiscalYears').select('fiscalYear').orderBy('fiscalYear', 'desc').limit(100),
)
