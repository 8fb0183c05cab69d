import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ReturnForm } from '#app/domain/proposals/forms.server'
import { returnForRevision } from '#app/domain/proposals/intake.server'
import { mayReceive } from '#app/domain/proposals/policy'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { Subject } from '#app/ui/proposals/subject'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'
import { loadForVerb } from './verb.server'

export const loader = page(async (args) => {
  const { subject } = await loadForVerb(args, (actor, facts) => mayReceive(actor, facts, 'returnForRevision'))
  return { subject, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ReturnForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => returnForRevision(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.intake(), 'proposalReturned'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`差し戻す：${data?.subject.title ?? ''}`, matches)

export default function ReturnPage() {
  const { subject, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="差し戻す" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <Subject subject={subject} href={paths.proposal(subject.id)} />
      <Attached attachments={subject.attachments} />
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="missing"
          label="加筆してほしいこと"
          required
          hint="何があれば検討に進めるかを書きます"
          readers="提案者と事務局が読みます"
          rows={5}
        />
        <Actions>
          <Button>差し戻す</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
