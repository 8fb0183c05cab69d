import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { considerationLabels } from '#app/domain/proposals/consideration'
import { ConsiderationDraftForm } from '#app/domain/proposals/consideration-forms.server'
import { saveConsiderationDraft } from '#app/domain/proposals/consideration.server'
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

/** Keeps the draft: the button that works without scripts. */
export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ConsiderationDraftForm)
  if (!form.ok) return refuse(form)

  const considerationId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) =>
    saveConsiderationDraft(ctx, { considerationId, version: form.version, text: form.value }),
  )
  if (!outcome.ok) return refuse(form, outcome, considerationLabels)

  return redirect(withFlash(paths.consideration(considerationId), 'considerationSaved'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`検討記録：${data?.subject.title ?? ''}`, matches)

export default function ConsiderationPage() {
  const record = useLoaderData<typeof loader>()
  return <RecordPage {...record} form={useForm(record.form)} />
}
