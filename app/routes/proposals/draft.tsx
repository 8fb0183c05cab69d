import { redirect } from '@remix-run/node'
import { reviseDraft } from '#app/domain/proposals/drafting.server'
import { draftForm } from '#app/domain/proposals/forms.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { kept } from './draft-answer.server'
import { titleLengthOf } from './editor.server'

/** Nobody reads this address; who comes here after signing in again goes on to the form. */
export const loader = page(async ({ params }) => redirect(paths.proposalEdit(idParam(params, 'id'))))

/** Keeps a draft while it is being typed. */
export const action = verb(async (args) => {
  const proposalId = idParam(args.params, 'id')
  const form = await readForm(args.request, draftForm(await titleLengthOf(args)))
  if (!form.ok) return Response.json({ errors: form.state.errors }, { status: 422 })

  const { value: content, version } = form
  return kept(await args.perform({ key: '' }, (ctx) => reviseDraft(ctx, { proposalId, version, content })))
})
