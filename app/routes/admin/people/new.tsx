import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { NewPersonForm } from '#app/domain/organisation/forms.server'
import { registerPerson } from '#app/domain/organisation/keeping-people.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { PersonFields } from '#app/ui/admin/person-fields'
import { Actions, Button } from '#app/ui/form/actions'
import { TextField } from '#app/ui/form/fields'
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
  return { form: await form({ employmentType: 'regular' }) }
})

export const action = verb(async ({ actor, request, perform }) => {
  insist(mayKeepOrganisation(actor))
  const form = await readForm(request, NewPersonForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => registerPerson(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.staffMember(outcome.value.personId), 'personRegistered'))
})

export const meta: MetaFunction = ({ matches }) => titled('職員の登録', matches)

export default function NewPersonPage() {
  const form = useForm(useLoaderData<typeof loader>().form)
  return (
    <Page
      title="職員の登録"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.people(), label: '職員' },
        { label: '職員の登録' },
      ]}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <TextField
          form={form}
          name="employeeNumber"
          label="職員番号"
          required
          width="medium"
          hint="先頭の0も番号のうちです。あとから変えられません"
        />
        <PersonFields form={form} />
        <Actions>
          <Button>登録する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
