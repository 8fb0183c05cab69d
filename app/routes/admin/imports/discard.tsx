import { redirect } from '@remix-run/node'
import { discardImport } from '#app/domain/transfer/applying.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { loadImport } from './loading.server'

export const loader = page(async ({ params }) => {
  throw redirect(paths.import(idParam(params, 'id')))
})

export const action = verb(async (args) => {
  const { id } = await loadImport(args)
  const outcome = await args.perform({ key: '' }, (ctx) => discardImport(ctx, { importId: id }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.imports(), 'importDiscarded'))
})
