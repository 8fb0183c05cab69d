import { redirect } from '@remix-run/node'
import { BareForm } from '#app/domain/bare-form.server'
import { closeRound } from '#app/domain/improvements/round-opening.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** The button stands on the page of the answers. */
export const loader = page(async ({ params }) => redirect(paths.roundOverview(idParam(params, 'id'))))

export const action = verb(async ({ request, params, perform }) => {
  const roundId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return redirect(paths.roundOverview(roundId))

  const outcome = await perform(form, (ctx) => closeRound(ctx, roundId))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.roundOverview(roundId), 'roundClosed'))
})
