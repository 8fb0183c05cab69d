import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { leaveProposal } from '#app/domain/proposals/coauthors.server'
import { BareForm } from '#app/domain/bare-form.server'
import { mayLeave } from '#app/domain/proposals/policy'
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
  const { subject } = await loadForVerb(args, mayLeave)
  return { subject, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => leaveProposal(ctx, { proposalId: idParam(params, 'id') }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposals(), 'proposalLeft'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`メンバーから外れる：${data?.subject.title ?? ''}`, matches)

export default function LeavePage() {
  const { subject, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="メンバーから外れる" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <VerbForm form={form}>
        <p>
          この提案のメンバーから外れます。あなたの名前は提案者に載らなくなり、公開されるまで提案も見られなくなります。
        </p>
        <Actions>
          <Button>メンバーから外れる</Button>
          <ButtonLink kind="secondary" href={paths.proposal(subject.id)}>
            提案に戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
