import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { draftFromTemplate } from '#app/domain/proposals/answer-templates.server'
import { considerationLabels } from '#app/domain/proposals/consideration'
import { DraftFromTemplateForm } from '#app/domain/proposals/consideration-forms.server'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { RecordPage } from './record-page'
import { loadRecord } from './record.server'

export const loader = page(loadRecord)

/** Keeps the draft with a 回答のひな形 in what is still empty. */
export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, DraftFromTemplateForm)
  if (!form.ok) return refuse(form)

  const considerationId = idParam(params, 'id')
  const { templateId, ...text } = form.value
  const outcome = await perform(form, (ctx) =>
    draftFromTemplate(ctx, { considerationId, version: form.version, text, templateId }),
  )
  if (!outcome.ok) return refuse(form, outcome, considerationLabels)

  return redirect(withFlash(paths.consideration(considerationId), 'templateUsed'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`検討記録：${data?.subject.title ?? ''}`, matches)

export default function FromTemplatePage() {
  const record = useLoaderData<typeof loader>()
  return <RecordPage {...record} form={useForm(record.form)} />
}
