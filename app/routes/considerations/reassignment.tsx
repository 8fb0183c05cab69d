import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSections } from '#app/domain/organisation/lookup.server'
import { ReassignmentForm } from '#app/domain/proposals/consideration-forms.server'
import { reassignConsideration } from '#app/domain/proposals/consideration-reassignment.server'
import { Actions, Button } from '#app/ui/form/actions'
import { SelectField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadStep } from './step.server'

export const loader = page(async (args) => ({
  ...(await loadStep(args)),
  sections: await listSections(args.db, args.today),
  form: await args.form(),
}))

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ReassignmentForm)
  if (!form.ok) return refuse(form)

  const considerationId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => reassignConsideration(ctx, { considerationId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.considerations(), 'considerationReassigned'))
})

export const meta: MetaFunction = ({ matches }) => titled('所管替えをする', matches)

export default function ReassignmentPage() {
  const { id, subject, sections, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="所管替えをする" proposal={subject} href={paths.consideration(id)} form={form}>
      <p>
        この照会を、本来の課に移します。回答の期限は、移した日から数え直します。書きかけの検討記録は、移した先の課が引き継ぎます。
      </p>
      <VerbForm form={form}>
        <SelectField
          form={form}
          name="departmentId"
          label="移す先の課"
          required
          empty="選んでください"
          options={sections.map((section) => ({ value: String(section.id), label: section.name }))}
        />
        <TextArea
          form={form}
          name="reason"
          label="所管替えの理由"
          required
          readers="この検討記録を読める人が読みます。"
        />
        <Actions>
          <Button>所管替えをする</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
