import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { mayKeepTemplates } from '#app/domain/proposals/answer-template'
import { changeTemplate, findTemplate } from '#app/domain/proposals/answer-templates.server'
import { TemplateForm } from '#app/domain/proposals/consideration-forms.server'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { TemplateFields } from '#app/ui/proposals/template-fields'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const template = await findTemplate(db, actor, idParam(params, 'id'))
  insist(mayKeepTemplates(template.isHeaded === 1))
  const { id: _, departmentId: __, isHeaded: ___, departmentName, version, ...text } = template
  return { departmentName, form: await form(text, version) }
})

export const action = verb(async ({ request, params, perform }) => {
  const templateId = idParam(params, 'id')
  const form = await readForm(request, TemplateForm)
  if (!form.ok) return refuse(form)

  const { value: text, version } = form
  const outcome = await perform(form, (ctx) => changeTemplate(ctx, { templateId, version, ...text }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.templates(), 'templateChanged'))
})

const pageTitle = '回答のひな形を直す'

export const meta: MetaFunction = ({ matches }) => titled(pageTitle, matches)

export default function TemplatePage() {
  const { departmentName, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={pageTitle}
      crumbs={[
        { href: paths.considerations(), label: '検討する提案' },
        { href: paths.templates(), label: '回答のひな形' },
        { label: '直す' },
      ]}
      meta={<span>{departmentName}</span>}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <TemplateFields form={form} />
        <Actions>
          <Button>直す</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
