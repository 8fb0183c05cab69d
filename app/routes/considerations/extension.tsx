import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { extendConsideration } from '#app/domain/proposals/consideration-extension.server'
import { ExtensionForm } from '#app/domain/proposals/consideration-forms.server'
import { Actions, Button } from '#app/ui/form/actions'
import { DateField, TextArea } from '#app/ui/form/fields'
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

export const loader = page(async (args) => ({ ...(await loadStep(args)), form: await args.form() }))

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ExtensionForm)
  if (!form.ok) return refuse(form)

  const considerationId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => extendConsideration(ctx, { considerationId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.consideration(considerationId), 'considerationExtended'))
})

export const meta: MetaFunction = ({ matches }) => titled('期限を延ばす', matches)

export default function ExtensionPage() {
  const { id, subject, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="期限を延ばす" proposal={subject} href={paths.consideration(id)} form={form}>
      <VerbForm form={form}>
        <DateField form={form} name="dueOn" label="新しい期限" required />
        <TextArea
          form={form}
          name="reason"
          label="延長する理由"
          required
          readers="この検討記録を読める人が読みます。"
        />
        <Actions>
          <Button>期限を延ばす</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
