import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReversalForm } from '#app/domain/proposals/implementation-forms.server'
import { mayRevert } from '#app/domain/proposals/implementation-policy'
import { revertImplementation } from '#app/domain/proposals/implementation-report.server'
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
  const carriedOut = await loadCarriedOut(args, (actor, _proposal, implementation) =>
    mayRevert(actor, implementation),
  )
  return { carriedOut, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ReversalForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => revertImplementation(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'implementationReverted'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`元に戻したと報告する：${data?.carriedOut.subject.title ?? ''}`, matches)

export default function ReversalPage() {
  const { carriedOut, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <CarriedOutPage title="元に戻したと報告する" carriedOut={carriedOut} form={form}>
      <VerbForm form={form}>
        <p>やってみて元に戻したことも、大切な改善の記録です。次に試す人のために、分かったことを残します。</p>
        <TextArea
          form={form}
          name="lesson"
          label="元に戻した理由と、分かったこと"
          required
          readers="全職員に公開されます。"
        />
        <Actions>
          <Button>元に戻したと報告する</Button>
        </Actions>
      </VerbForm>
    </CarriedOutPage>
  )
}
