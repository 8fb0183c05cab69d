import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { QuestionForm } from '#app/domain/proposals/committee-forms.server'
import { listAskable } from '#app/domain/proposals/committee-naming.server'
import { mayAskAgain } from '#app/domain/proposals/committee-policy'
import { askAgain } from '#app/domain/proposals/committee-question.server'
import { Actions, Button } from '#app/ui/form/actions'
import { CheckboxGroup } from '#app/ui/form/choices'
import { DateField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { MatterPage } from '#app/ui/proposals/matter'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'
import { loadMatter } from './matter.server'

export const loader = page(async (args) => {
  const { matter } = await loadMatter(args, mayAskAgain)
  return {
    matter,
    departments: await listAskable(args.db, matter.subject.id, args.today),
    form: await args.form({ heldOn: wareki(args.today) }),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, QuestionForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => askAgain(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'proposalAskedAgain'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`担当課にもう一度聞く：${data?.matter.subject.title ?? ''}`, matches)

export default function QuestionPage() {
  const { matter, departments, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <MatterPage
      {...matter}
      papers={<Attached attachments={matter.subject.attachments} />}
      title="担当課にもう一度聞く"
      form={form}
    >
      <VerbForm form={form}>
        <DateField form={form} name="heldOn" label="会議の日" required />
        <TextArea
          form={form}
          name="question"
          label="聞きたいこと"
          required
          readers="提案者と、この提案を読める人に公開されます。"
        />
        <CheckboxGroup
          form={form}
          name="departmentIds"
          label="照会する課"
          required
          options={departments.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <DateField
          form={form}
          name="dueOn"
          label="回答の期限"
          hint="入力しないときは、今年度の回答の日数です。"
        />
        <Actions>
          <Button>照会する</Button>
        </Actions>
      </VerbForm>
    </MatterPage>
  )
}
