import { redirect } from '@remix-run/node'
import { FollowForm } from '#app/domain/improvements/forms.server'
import { followImprovement } from '#app/domain/improvements/remarking.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** The button stands on the page of thanks and comments. */
export const loader = page(async ({ params }) => redirect(paths.remarks(idParam(params, 'id'))))

export const action = verb(async ({ request, params, perform }) => {
  const improvementId = idParam(params, 'id')
  const form = await readForm(request, FollowForm)
  if (!form.ok) return redirect(paths.remarks(improvementId))

  const follow = form.value.follow === 1
  const outcome = await perform(form, (ctx) => followImprovement(ctx, { improvementId, follow }))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.remarks(improvementId), follow ? 'followed' : 'unfollowed'))
})
