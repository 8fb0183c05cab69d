import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BareForm } from '#app/domain/bare-form.server'
import { undoMerger } from '#app/domain/proposals/merging.server'
import { mayUndoMerger } from '#app/domain/proposals/policy'
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
  const { subject } = await loadForVerb(args, mayUndoMerger)
  return { subject, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => undoMerger(ctx, { proposalId }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'mergerUndone'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`統合を取り消す：${data?.subject.title ?? ''}`, matches)

export default function MergerUndoPage() {
  const { subject, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="統合を取り消す" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <VerbForm form={form}>
        <p>統合を取り消し、統合する前の段階に戻します。検討の途中だったときは、その続きから進みます。</p>
        <Actions>
          <Button>統合を取り消す</Button>
          <ButtonLink kind="secondary" href={paths.proposal(subject.id)}>
            提案に戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
