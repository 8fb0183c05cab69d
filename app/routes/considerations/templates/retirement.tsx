import { redirect } from '@remix-run/node'
import { BareForm } from '#app/domain/bare-form.server'
import { retireTemplate } from '#app/domain/proposals/answer-templates.server'
import { readForm } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'

/** The button stands in the list. */
export const loader = page(async ({ params }) => {
  idParam(params, 'id')
  return redirect(paths.templates())
})

export const action = verb(async ({ request, params, perform }) => {
  const templateId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return redirect(paths.templates())

  const outcome = await perform(form, (ctx) => retireTemplate(ctx, templateId))
  if (!outcome.ok) throw outcome.error
  return redirect(withFlash(paths.templates(), 'templateRetired'))
})
