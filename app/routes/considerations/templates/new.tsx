import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { headedDepartmentIds } from '#app/domain/organisation/actor'
import { mayKeepTemplates } from '#app/domain/proposals/answer-template'
import { addTemplate } from '#app/domain/proposals/answer-templates.server'
import { NewTemplateForm } from '#app/domain/proposals/consideration-forms.server'
import { Actions, Button } from '#app/ui/form/actions'
import { Hidden, SelectField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { TemplateFields } from '#app/ui/proposals/template-fields'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, form }) => {
  const headed = headedDepartmentIds(actor)
  insist(mayKeepTemplates(headed.length > 0))
  const departments = headed.map((departmentId) => ({
    value: String(departmentId),
    label: actor.appointments.find((held) => held.departmentId === departmentId)?.departmentName ?? '',
  }))
  return { departments, form: await form({ departmentId: departments[0]?.value ?? '' }) }
})

export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, NewTemplateForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => addTemplate(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.templates(), 'templateAdded'))
})

const pageTitle = '回答のひな形を作る'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function NewTemplatePage() {
  const { departments, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const [only] = departments
  return (
    <Page
      title={pageTitle}
      crumbs={[
        { href: paths.considerations(), label: '検討する提案' },
        { href: paths.templates(), label: '回答のひな形' },
        { label: '作る' },
      ]}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        {departments.length === 1 && only ? (
          <Hidden name="departmentId" value={only.value} />
        ) : (
          <SelectField form={form} name="departmentId" label="課" required options={departments} />
        )}
        <TemplateFields form={form} />
        <Actions>
          <Button>作る</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
