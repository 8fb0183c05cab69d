import { page } from '#app/web/page.server'
import { xlsxResponse } from '#app/web/xlsx.server'
import { fileColumns, listFileRows } from './file-rows.server'

/** The library as a workbook, as it is filtered on the screen. */
export const loader = page(async (args) =>
  xlsxResponse(`改善事例_${args.today}.xlsx`, '改善事例', fileColumns, await listFileRows(args)),
)
