import { redirect } from '@remix-run/node'
import { BareForm } from '#app/domain/bare-form.server'
import { cancelSpread } from '#app/domain/improvements/spreading.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** The button stands on the page of the record. */
export const loader = page(async ({ params }) => redirect(paths.spread(idParam(params, 'id'))))

export const action = verb(async ({ request, params, perform }) => {
  const improvementId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return redirect(paths.spread(improvementId))

  const outcome = await perform(form, (ctx) => cancelSpread(ctx, { improvementId }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.improvement(improvementId), 'spreadCancelled'))
})
