import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listSections } from '#app/domain/organisation/lookup.server'
import { ConsultationForm } from '#app/domain/proposals/consideration-forms.server'
import { consultDepartment } from '#app/domain/proposals/consultation.server'
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
  const form = await readForm(request, ConsultationForm)
  if (!form.ok) return refuse(form)

  const considerationId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => consultDepartment(ctx, { considerationId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.consideration(considerationId), 'departmentConsulted'))
})

export const meta: MetaFunction = ({ matches }) => titled('合議を求める', matches)

export default function ConsultationPage() {
  const { id, departmentIds, subject, sections, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const others = sections.filter((section) => !departmentIds.includes(section.id))
  return (
    <VerbPage title="合議を求める" proposal={subject} href={paths.consideration(id)} form={form}>
      <p>
        ほかの課の意見を聞きます。その課の人は、提案者の名前を伏せたまま、この提案を読めるようになります。意見は検討記録に残ります。
      </p>
      <VerbForm form={form}>
        <SelectField
          form={form}
          name="departmentId"
          label="合議を求める課"
          required
          empty="選んでください"
          options={others.map((section) => ({ value: String(section.id), label: section.name }))}
        />
        <TextArea
          form={form}
          name="question"
          label="聞きたいこと"
          required
          hint="提案者の氏名や所属が分かることは書かないでください。"
          readers="照会を受けた課、合議を求められた課、委員、事務局が読みます。"
        />
        <Actions>
          <Button>合議を求める</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
