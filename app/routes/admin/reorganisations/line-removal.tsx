import { redirect } from '@remix-run/node'
import { NotFound } from '#app/domain/errors'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { findPlanOfLine } from '#app/domain/reorganisation/lookup.server'
import { removeLine } from '#app/domain/reorganisation/planning.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params }) => {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  throw redirect(paths.reorganisation((await findPlanOfLine(db, idParam(params, 'id'))).id))
})

export const action = verb(async ({ actor, params, perform }) => {
  if (!mayKeepOrganisation(actor).ok) throw new NotFound()
  const lineId = idParam(params, 'id')
  const outcome = await perform({ key: '' }, (ctx) => removeLine(ctx, { lineId }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.reorganisation(outcome.value.planId), 'reorganisationLineRemoved'))
})
