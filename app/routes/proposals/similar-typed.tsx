import { redirect } from '@remix-run/node'
import { SimilarForm } from '#app/domain/proposals/forms.server'
import { listSimilarSeenBy } from '#app/domain/search/similar.server'
import { readForm } from '#app/web/form.server'
import { admitSearch } from '#app/web/pace.server'
import { page } from '#app/web/page.server'
import { numberQuery } from '#app/web/params'
import { paths } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { shownSimilar, soughtOf } from './similar.server'

/** Nobody reads this address; who comes here after signing in again goes on to the form. */
export const loader = page(async () => redirect(paths.newProposal()))

/**
 * Asked by the script while somebody types. A POST, so that no unsent text stands in an address or a log; the address
 * names the draft that is being changed, which is not similar to itself.
 */
export const action = verb(async ({ actor, db, request, url }) => {
  await admitSearch(actor.personId)
  const form = await readForm(request, SimilarForm)
  if (!form.ok) return Response.json({ similar: [] }, { status: 422 })

  const similar = await listSimilarSeenBy(
    db,
    actor,
    soughtOf(numberQuery(url, 'proposal') ?? null, form.value),
  )
  return Response.json({ similar: similar.map(shownSimilar) })
})
