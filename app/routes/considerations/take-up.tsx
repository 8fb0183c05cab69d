import { redirect } from '@remix-run/node'
import { takeUpConsideration } from '#app/domain/proposals/consideration.server'
import { BareForm } from '#app/domain/bare-form.server'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { verb } from '#app/web/verb.server'
import { useLoaderData } from '@remix-run/react'
import { useForm } from '#app/web/use-form'
import { RecordPage } from './record-page'
import { loadRecord } from './record.server'

export const loader = page(loadRecord)

/** 受け付ける */
export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const considerationId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => takeUpConsideration(ctx, { considerationId }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.consideration(considerationId), 'considerationTakenUp'))
})

/** The record again, with why it could not be taken up. */
export default function TakeUpPage() {
  const record = useLoaderData<typeof loader>()
  const refused = useForm(record.takeUpForm)
  return <RecordPage {...record} form={{ ...record.form, formErrors: refused.formErrors }} />
}
