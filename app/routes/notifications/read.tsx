import { redirect } from '@remix-run/node'
import { ReadUpToForm } from '#app/domain/notifications/forms.server'
import { markAllRead } from '#app/domain/notifications/inbox.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

export const loader = page(async () => {
  throw redirect(paths.notifications())
})

export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, ReadUpToForm)
  if (!form.ok) return redirect(paths.notifications())

  await perform(form, (ctx) => markAllRead(ctx, form.value))
  return redirect(withFlash(paths.notifications(), 'allRead'))
})
