import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { listBureaus } from '#app/domain/organisation/departments-lookup.server'
import { NewDepartmentForm } from '#app/domain/organisation/forms.server'
import { registerDepartment } from '#app/domain/organisation/keeping-departments.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { DepartmentFields } from '#app/ui/admin/department-fields'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { DateField, TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, today, form }) => {
  insist(mayKeepOrganisation(actor))
  return { bureaus: await listBureaus(db, today), form: await form({ kind: 'section' }) }
})

export const action = verb(async ({ actor, request, perform }) => {
  insist(mayKeepOrganisation(actor))
  const form = await readForm(request, NewDepartmentForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => registerDepartment(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.keptDepartment(outcome.value.departmentId), 'departmentRegistered'))
})

export const meta: MetaFunction = ({ matches }) => titled('所属の登録', matches)

export default function NewDepartmentPage() {
  const { bureaus, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="所属の登録"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.keptDepartments(), label: '所属' },
        { label: '所属の登録' },
      ]}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <TextField
          form={form}
          name="code"
          label="所属コード"
          required
          width="medium"
          hint="先頭の0もコードのうちです。あとから変えられません"
        />
        <RadioGroup
          form={form}
          name="kind"
          label="種類"
          required
          options={[
            { value: 'section', label: '課' },
            { value: 'bureau', label: '部' },
          ]}
        />
        <DepartmentFields form={form} bureaus={bureaus} />
        <DateField form={form} name="validFrom" label="初日" required hint="この日の午前0時からあります" />
        <Actions>
          <Button>登録する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
