import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { PlanForm } from '#app/domain/reorganisation/forms.server'
import { planReorganisation } from '#app/domain/reorganisation/planning.server'
import { ReorganisationFields } from '#app/ui/admin/reorganisation-fields'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, form }) => {
  insist(mayKeepOrganisation(actor))
  return { form: await form() }
})

export const action = verb(async ({ actor, request, perform }) => {
  insist(mayKeepOrganisation(actor))
  const form = await readForm(request, PlanForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => planReorganisation(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.reorganisation(outcome.value.reorganisationId), 'reorganisationPlanned'))
})

export const meta: MetaFunction = ({ matches }) => titled('組織改正の案', matches)

export default function NewReorganisationPage() {
  const { form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="組織改正の案"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.reorganisations(), label: '組織改正' },
        { label: '組織改正の案' },
      ]}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <ReorganisationFields form={form} />
        <Actions>
          <Button>案を作る</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
