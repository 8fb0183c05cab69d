import { redirect } from '@remix-run/node'
import { endOtherSessions } from '#app/web/auth.server'
import { accountPage } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { accountVerb } from '#app/web/verb.server'

export const loader = accountPage(async () => {
  throw redirect(paths.account())
})

export const action = accountVerb(async ({ actor, request }) => {
  await endOtherSessions(request, actor.personId)
  return redirect(withFlash(paths.account(), 'otherSessionsEnded'))
})
