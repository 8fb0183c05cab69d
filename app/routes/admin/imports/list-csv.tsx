import { fiscalYearLabel, fiscalYearOf } from '#app/domain/calendar'
import { listAsTable } from '#app/domain/transfer/handing-out.server'
import { listLabels } from '#app/domain/transfer/list'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { loadList } from './loading.server'

/** A list as it is today, in the columns in which it is brought in. */
export const loader = page(async ({ actor, db, today, url }) => {
  const list = loadList(actor, url)
  const year = numberQuery(url, 'year') ?? fiscalYearOf(today)
  const which = list === 'projects' ? `${listLabels[list]}_${fiscalYearLabel(year)}` : listLabels[list]
  return csvResponse(`${which}_${today}.csv`, await listAsTable(db, list, year))
})
