import { listErrorRows } from '#app/domain/transfer/import-lookup.server'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { loadImport } from './loading.server'

/** The rows to put right, as they stood in the file, with the reason before each. */
export const loader = page(async (args) => {
  const { id, fileName } = await loadImport(args)
  return csvResponse(`エラー_${fileName.replace(/\.csv$/i, '')}.csv`, await listErrorRows(args.db, id))
})
