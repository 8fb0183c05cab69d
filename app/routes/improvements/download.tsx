import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { fileColumns, listFileRows } from './file-rows.server'

/** The library as a file, as it is filtered on the screen. */
export const loader = page(async (args) => {
  const head = fileColumns.map(({ label }) => label)
  return csvResponse(`改善事例_${args.today}.csv`, [head, ...(await listFileRows(args))])
})
