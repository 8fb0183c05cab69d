import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AbandonmentForm } from '#app/domain/proposals/implementation-forms.server'
import { mayAbandon } from '#app/domain/proposals/implementation-policy'
import { abandonImplementation } from '#app/domain/proposals/implementation.server'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
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
  const carriedOut = await loadCarriedOut(args, mayAbandon)
  return { carriedOut, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, AbandonmentForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => abandonImplementation(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'implementationAbandoned'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`実施を見送る：${data?.carriedOut.subject.title ?? ''}`, matches)

export default function AbandonmentPage() {
  const { carriedOut, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <CarriedOutPage title="実施を見送る" carriedOut={carriedOut} form={form}>
      <VerbForm form={form}>
        <p>採用された提案の実施を見送ります。提案者と事務改善委員会に、理由とともに知らされます。</p>
        <TextArea
          form={form}
          name="reason"
          label="実施を見送る理由"
          required
          readers="全職員に公開されます。"
        />
        <Actions>
          <Button>実施を見送る</Button>
        </Actions>
      </VerbForm>
    </CarriedOutPage>
  )
}
