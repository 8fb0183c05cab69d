import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BareForm } from '#app/domain/bare-form.server'
import { mayResubmit } from '#app/domain/proposals/policy'
import { resubmitProposal } from '#app/domain/proposals/resubmission.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
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
  const { subject } = await loadForVerb(args, mayResubmit)
  return { subject, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => resubmitProposal(ctx, { proposalId: idParam(params, 'id') }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposalEdit(outcome.value.proposalId), 'resubmissionBegun'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`再提案する：${data?.subject.title ?? ''}`, matches)

export default function ResubmissionPage() {
  const { subject, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="再提案する" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <VerbForm form={form}>
        <p>
          前の提案の内容を写した、新しい下書きを作ります。前の提案とその理由は、新しい提案からいつでも見られます。代表はあなたになり、ほかの提案者はメンバーになります。
        </p>
        <Actions>
          <Button>再提案の下書きを作る</Button>
          <ButtonLink kind="secondary" href={paths.proposal(subject.id)}>
            提案に戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
