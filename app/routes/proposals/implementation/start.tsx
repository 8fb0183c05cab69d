import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { StartForm } from '#app/domain/proposals/implementation-forms.server'
import { mayStart } from '#app/domain/proposals/implementation-policy'
import { startImplementation } from '#app/domain/proposals/implementation.server'
import { Actions, Button } from '#app/ui/form/actions'
import { DateField, TextField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { CarriedOutPage } from './carried-out-page'
import { loadCarriedOut } from './carried-out.server'

export const loader = page(async (args) => {
  const carriedOut = await loadCarriedOut(args, mayStart)
  return {
    carriedOut,
    form: await args.form({
      owner: carriedOut.implementation?.owner ?? '',
      plannedOn: carriedOut.plannedOnInWords,
    }),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, StartForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => startImplementation(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'implementationStarted'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`実施を始める：${data?.carriedOut.subject.title ?? ''}`, matches)

export default function StartPage() {
  const { carriedOut, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <CarriedOutPage title="実施を始める" carriedOut={carriedOut} form={form}>
      <VerbForm form={form}>
        <TextField form={form} name="owner" label="担当" required width="medium" hint="係や職の名前。" />
        <DateField form={form} name="plannedOn" label="実施予定日" required />
        <DateField
          form={form}
          name="nextReportOn"
          label="次の報告の予定日"
          hint="入力しないときは、実施予定日です。"
        />
        <Actions>
          <Button>実施を始める</Button>
        </Actions>
      </VerbForm>
    </CarriedOutPage>
  )
}
