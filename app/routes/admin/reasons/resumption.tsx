import { redirect } from '@remix-run/node'
import { resumeReason } from '#app/domain/organisation/keeping-reasons.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { loadReason } from './loading.server'

export const loader = page(async (args) => {
  await loadReason(args)
  throw redirect(paths.reasons())
})

export const action = verb(async (args) => {
  const { id } = await loadReason(args)
  const outcome = await args.perform({ key: '' }, (ctx) => resumeReason(ctx, id))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.reasons(), 'reasonResumed'))
})
