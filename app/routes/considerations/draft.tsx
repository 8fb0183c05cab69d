import { redirect } from '@remix-run/node'
import { UnfinishedConsiderationForm } from '#app/domain/proposals/consideration-forms.server'
import { saveConsiderationDraft } from '#app/domain/proposals/consideration.server'
import { ChangedMeanwhile } from '#app/domain/errors'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** Nobody reads this address; who comes here after signing in again goes on to the record. */
export const loader = page(async ({ params }) => redirect(paths.consideration(idParam(params, 'id'))))

/** Keeps what is typed while it is typed; answers to a script, with the version that the next save must carry. */
export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, UnfinishedConsiderationForm)
  if (!form.ok) return Response.json({ errors: form.state.errors }, { status: 422 })

  // Without the form's key, which is for the one answer that follows many of these.
  const outcome = await perform({ key: '' }, (ctx) =>
    saveConsiderationDraft(ctx, {
      considerationId: idParam(params, 'id'),
      version: form.version,
      text: form.value,
    }),
  )
  if (outcome.ok) return Response.json({ version: outcome.value })
  return Response.json(
    { message: outcome.error.message },
    { status: outcome.error instanceof ChangedMeanwhile ? 409 : 403 },
  )
})
