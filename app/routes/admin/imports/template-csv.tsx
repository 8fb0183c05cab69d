import { templateOf } from '#app/domain/transfer/handing-out.server'
import { listLabels } from '#app/domain/transfer/list'
import { csvResponse } from '#app/web/csv'
import { page } from '#app/web/page.server'
import { loadList } from './loading.server'

export const loader = page(async ({ actor, url }) => {
  const list = loadList(actor, url)
  return csvResponse(`${listLabels[list]}の見本.csv`, templateOf(list))
})
