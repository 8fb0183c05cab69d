import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  considerationLabels,
  type ConsiderationText,
  withoutOtherAnswers,
} from '#app/domain/proposals/consideration'
import { togetherForm } from '#app/domain/proposals/consideration-forms.server'
import { leastGroundsIn } from '#app/domain/proposals/consideration-together'
import { answerTogether, listForOneAnswer } from '#app/domain/proposals/consideration-together.server'
import { parseForm, readFields, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idsQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { TogetherPage, togetherTitle } from './together-page'
import { fillFromTemplate, loadTogether } from './together.server'

export const loader = page(loadTogether)

/** Gives several departments’ questions one answer, after a check page that names each of them. */
export const action = verb(async ({ actor, request, url, db, perform }) => {
  const chosen = await listForOneAnswer(db, actor, idsQuery(url, 'chosen'))
  const form = parseForm(
    await readFields(request),
    togetherForm({ minimumGroundsLength: leastGroundsIn(chosen) }),
  )
  if (!form.ok) return refuse(form)

  const { entries, templateId, fill, checked, revise, ...text } = form.value
  if (fill) {
    const { filled, form: shown } = await fillFromTemplate(db, actor, { templateId, state: form.state })
    return data({ form: shown }, { status: filled ? 200 : 422 })
  }
  if (revise) return data({ form: form.state })
  if (!checked) return data({ form: form.state, checks: withoutOtherAnswers(text) })

  const outcome = await perform(form, (ctx) => answerTogether(ctx, { entries, text }))
  if (!outcome.ok) return refuse(form, outcome, considerationLabels)

  const { leftOut } = outcome.value
  return redirect(withFlash(paths.considerations({ leftOut }), 'answeredTogether'))
})

export const meta: MetaFunction = ({ matches }) => titled(togetherTitle, matches)

export default function AnswerTogetherPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<{ checks?: ConsiderationText }>()
  return <TogetherPage {...loaded} form={useForm(loaded.form)} checks={answered?.checks} />
}
