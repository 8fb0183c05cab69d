import { redirect } from '@remix-run/node'
import { ChangedMeanwhile } from '#app/domain/errors'
import { keepDraft } from '#app/domain/practices/drafting.server'
import { HalfTypedPracticeForm } from '#app/domain/practices/forms.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { draftOf } from './writing.server'

/** Nobody reads this address; who comes here after signing in again goes on to the form. */
export const loader = page(async ({ params, url }) =>
  redirect(
    (params['id'] === undefined ? paths.newPractice() : paths.practiceEdit(idParam(params, 'id'))) +
      url.search,
  ),
)

/** Keeps what is typed while it is typed; answers to a script, with what the next save must carry. */
export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, HalfTypedPracticeForm)
  if (!form.ok) return Response.json({ errors: form.state.errors }, { status: 422 })

  const draft = draftOf(params, form.state)
  // Without the form's key, which is for the one report that follows many of these.
  const outcome = await perform({ key: '' }, (ctx) => keepDraft(ctx, { content: form.value, draft }))
  if (outcome.ok) {
    return Response.json({ ...outcome.value, address: paths.practiceEdit(outcome.value.practiceId) })
  }
  return Response.json(
    { message: outcome.error.message },
    { status: outcome.error instanceof ChangedMeanwhile ? 409 : 422 },
  )
})
