import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WithdrawalForm } from '#app/domain/proposals/forms.server'
import { mayWithdraw } from '#app/domain/proposals/policy'
import { withdrawProposal } from '#app/domain/proposals/withdrawal.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadForVerb } from './verb.server'

export const loader = page(async (args) => {
  const { subject } = await loadForVerb(args, mayWithdraw)
  return { subject, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, WithdrawalForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => withdrawProposal(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'proposalWithdrawn'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`提案を取り下げる：${data?.subject.title ?? ''}`, matches)

export default function WithdrawalPage() {
  const { subject, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="提案を取り下げる" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <VerbForm form={form}>
        <p>検討と審議をここで止めます。内容は残り、あとで再提案することもできます。</p>
        <TextArea
          form={form}
          name="reason"
          label="取り下げの理由"
          readers="この提案を見られる人が読みます"
          rows={3}
        />
        <Actions>
          <Button>取り下げる</Button>
          <ButtonLink kind="secondary" href={paths.proposal(subject.id)}>
            提案に戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
