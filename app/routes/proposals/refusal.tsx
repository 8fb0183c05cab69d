import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listReasonCodes } from '#app/domain/organisation/reason-codes.server'
import { RefusalForm } from '#app/domain/proposals/forms.server'
import { declineAtIntake } from '#app/domain/proposals/intake.server'
import { mayReceive } from '#app/domain/proposals/policy'
import { Actions, Button } from '#app/ui/form/actions'
import { SelectField, TextArea } from '#app/ui/form/fields'
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
  const { subject } = await loadForVerb(args, (actor, facts) => mayReceive(actor, facts, 'declineAtIntake'))
  return { subject, reasons: await listReasonCodes(args.db, 'notAccepted'), form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, RefusalForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => declineAtIntake(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.intake(), 'proposalDeclined'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`不受理とする：${data?.subject.title ?? ''}`, matches)

export default function RefusalPage() {
  const { subject, reasons, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="不受理とする" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <Subject subject={subject} href={paths.proposal(subject.id)} />
      <Attached attachments={subject.attachments} />
      <VerbForm form={form}>
        <p>
          検討に進めずに終えます。足りないところがあるだけなら
          <a href={paths.proposalReturn(subject.id)}>差し戻す</a>、課に知らせれば足りるなら
          <a href={paths.information(subject.id)}>情報として課に伝える</a>こともできます。
        </p>
        <SelectField
          form={form}
          name="reasonCode"
          label="理由の区分"
          required
          empty="選んでください"
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
        />
        <TextArea
          form={form}
          name="reason"
          label="理由"
          required
          hint="10字以上。提案者が読んで、次にどうすればよいかが分かるように書きます"
          readers="提案者と事務局が読みます"
          rows={5}
        />
        <Actions>
          <Button>不受理とする</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
