import { redirect } from '@remix-run/node'
import { draftForm } from '#app/domain/proposals/forms.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { kept } from './draft-answer.server'
import { titleLengthOf } from './editor.server'
import { keepNewDraft } from './new-draft.server'

/** Nobody reads this address; who comes here after signing in again goes on to the form. */
export const loader = page(async () => redirect(paths.newProposal()))

/** Keeps a new proposal while it is being typed; the first save begins the draft. */
export const action = verb(async (args) => {
  const form = await readForm(args.request, draftForm(await titleLengthOf(args)))
  if (!form.ok) return Response.json({ errors: form.state.errors }, { status: 422 })

  return kept(await keepNewDraft(args, form, form.value))
})
