import { redirect } from '@remix-run/node'
import { DirectionForm } from '#app/domain/organisation/forms.server'
import { moveReason } from '#app/domain/organisation/keeping-reasons.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { badRequest } from '#app/web/refusal.server'
import { loadReason } from './loading.server'

export const loader = page(async (args) => {
  await loadReason(args)
  throw redirect(paths.reasons())
})

export const action = verb(async (args) => {
  const { id: reasonId } = await loadReason(args)
  const form = await readForm(args.request, DirectionForm)
  if (!form.ok) throw badRequest('動かす向きが正しくありません。')
  const outcome = await args.perform({ key: '' }, (ctx) => moveReason(ctx, { reasonId, ...form.value }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.reasons(), 'reasonMoved'))
})
