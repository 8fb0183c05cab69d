import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SittingForm } from '#app/domain/committees/forms.server'
import { mayPrepare } from '#app/domain/committees/policy'
import { sittingBodies } from '#app/domain/committees/sitting'
import { planSitting } from '#app/domain/committees/sittings.server'
import { insist } from '#app/domain/errors'
import { bodyNames } from '#app/domain/organisation/seat'
import { all } from '#app/domain/verdict'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { SittingFields, sittingLabels } from '#app/ui/sittings/sitting-fields'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, form }) => {
  const bodies = sittingBodies.filter((body) => mayPrepare(actor, body).ok)
  if (bodies.length === 0) insist(all(...sittingBodies.map((body) => mayPrepare(actor, body))))
  return { bodies, form: await form({ body: bodies[0] ?? '' }) }
})

export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, SittingForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => planSitting(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.sittingAgenda(outcome.value.sittingId), 'sittingPlanned'))
})

export const meta: MetaFunction = ({ matches }) => titled('会議を予定する', matches)

export default function NewSittingPage() {
  const { bodies, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="会議を予定する"
      crumbs={[{ href: paths.sittings(), label: '会議' }, { label: '会議を予定する' }]}
    >
      <ErrorSummary form={form} labels={sittingLabels} />
      <VerbForm form={form}>
        <RadioGroup
          form={form}
          name="body"
          label={sittingLabels.body}
          required
          options={bodies.map((body) => ({ value: body, label: bodyNames[body] }))}
        />
        <SittingFields form={form} />
        <Actions>
          <Button>会議を予定する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
