import { redirect } from '@remix-run/node'
import { openNotification } from '#app/domain/notifications/inbox.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, safePath } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** A copied address shows the inbox: reading a page must not change what is read. */
export const loader = page(async () => {
  throw redirect(paths.notifications())
})

export const action = verb(async ({ params, perform }) => {
  const id = idParam(params, 'id')
  const outcome = await perform({ key: '' }, (ctx) => openNotification(ctx, id))
  return redirect(outcome.ok ? safePath(outcome.value) : paths.notifications())
})
