import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { discardDraft } from '#app/domain/proposals/drafting.server'
import { BareForm } from '#app/domain/bare-form.server'
import { mayDiscard } from '#app/domain/proposals/policy'
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
  const { subject } = await loadForVerb(args, mayDiscard)
  return { subject, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => discardDraft(ctx, { proposalId: idParam(params, 'id') }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposals(), 'draftDiscarded'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`下書きを破棄する：${data?.subject.title ?? ''}`, matches)

export default function DiscardPage() {
  const { subject, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="下書きを破棄する" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <VerbForm form={form}>
        <p>この下書き1件を破棄します。メンバーの画面からもなくなり、元に戻すことはできません。</p>
        <Actions>
          <Button>下書きを破棄する</Button>
          <ButtonLink kind="secondary" href={paths.proposalEdit(subject.id)}>
            下書きに戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
