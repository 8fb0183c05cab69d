import { redirect } from '@remix-run/node'
import { findContent } from '#app/domain/transfer/import-lookup.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { startPreview } from '#app/web/previewing.server'
import { verb } from '#app/web/verb.server'
import { loadImport } from './loading.server'

export const loader = page(async ({ params }) => {
  throw redirect(paths.import(idParam(params, 'id')))
})

/** Compares the same file once more: the town has changed, or the comparison had stopped. */
export const action = verb(async (args) => {
  const { id } = await loadImport(args)
  await startPreview(args, id, (await findContent(args.db, id)).length)
  return redirect(paths.import(id))
})
