import { redirect } from '@remix-run/node'
import { BareForm } from '#app/domain/bare-form.server'
import { skipFollowUp } from '#app/domain/improvements/following-up.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** The button stands in the list and on the page that asks. */
export const loader = page(async ({ params }) => redirect(paths.improvement(idParam(params, 'id'))))

export const action = verb(async ({ request, params, perform }) => {
  const improvementId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return redirect(paths.followUps())

  const outcome = await perform(form, (ctx) => skipFollowUp(ctx, improvementId))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.followUps(), 'followUpSkipped'))
})
