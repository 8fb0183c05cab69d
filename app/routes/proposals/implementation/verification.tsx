import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { VerificationForm } from '#app/domain/proposals/implementation-forms.server'
import { mayVerify } from '#app/domain/proposals/implementation-policy'
import { verifyEffect } from '#app/domain/proposals/implementation.server'
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
  const carriedOut = await loadCarriedOut(args, mayVerify)
  return { carriedOut, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, VerificationForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => verifyEffect(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'effectVerified'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`効果を確認する：${data?.carriedOut.subject.title ?? ''}`, matches)

export default function VerificationPage() {
  const { carriedOut, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <CarriedOutPage title="効果を確認する" carriedOut={carriedOut} form={form}>
      <VerbForm form={form}>
        <p>報告した人とは別の人が、報告のとおりの効果が出ているかを確かめます。</p>
        <TextArea
          form={form}
          name="verification"
          label="確認した内容"
          required
          hint="何を見て、何が分かったか。"
          readers="全職員に公開されます。"
        />
        <Actions>
          <Button>効果を確認する</Button>
        </Actions>
      </VerbForm>
    </CarriedOutPage>
  )
}
