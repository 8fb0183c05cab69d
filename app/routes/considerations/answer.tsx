import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { considerationLabels } from '#app/domain/proposals/consideration'
import { findAskedSeenBy } from '#app/domain/proposals/consideration-facts.server'
import { answerForm } from '#app/domain/proposals/consideration-forms.server'
import { answerConsideration } from '#app/domain/proposals/consideration.server'
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

/** Gives the department's word; a “not now” is shown for a check first, since everybody will read its reason. */
export const action = verb(async ({ actor, request, params, db, perform }) => {
  const considerationId = idParam(params, 'id')
  const asked = await findAskedSeenBy(db, actor, considerationId)
  const form = await readForm(request, answerForm(asked))
  if (!form.ok) return refuse(form)

  const { decides, targetProjectId, checked, revise, ...text } = form.value
  if (revise) return data({ form: form.state, checks: false })
  if (text.stance === 'difficult' && !checked) return data({ form: form.state, checks: true })

  const outcome = await perform(form, (ctx) =>
    answerConsideration(ctx, {
      considerationId,
      version: form.version,
      text,
      decides: decides ? { targetProjectId } : null,
    }),
  )
  if (!outcome.ok) return refuse(form, outcome, considerationLabels)

  return redirect(withFlash(paths.consideration(considerationId), 'considerationAnswered'))
})

export const meta: MetaFunction<typeof loader> = ({ data: record, matches }) =>
  titled(`検討記録：${record?.subject.title ?? ''}`, matches)

export default function AnswerPage() {
  const record = useLoaderData<typeof loader>()
  const answered = useActionData<{ checks?: boolean }>()
  return <RecordPage {...record} form={useForm(record.form)} checks={answered?.checks} />
}
