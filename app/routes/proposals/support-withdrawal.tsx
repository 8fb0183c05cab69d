import { redirect } from '@remix-run/node'
import { SupportWithdrawalForm } from '#app/domain/proposals/forms.server'
import { withdrawSupport } from '#app/domain/proposals/support.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { badRequest } from '#app/web/refusal.server'
import { verb } from '#app/web/verb.server'

/** The button stands on the page of what was said. */
export const loader = page(async ({ params }) => redirect(paths.support(idParam(params, 'id'))))

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, SupportWithdrawalForm)
  if (!form.ok) throw badRequest('取り消すことを選んでください。')

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => withdrawSupport(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) throw outcome.error

  return redirect(withFlash(paths.support(proposalId), 'supportWithdrawn'))
})
