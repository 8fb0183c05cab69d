import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sittingInWords } from '#app/domain/committees/sitting'
import { decisionFieldLabels } from '#app/domain/proposals/committee'
import { holdForm } from '#app/domain/proposals/committee-forms.server'
import { listHelpers, resolveHelper } from '#app/domain/proposals/committee-naming.server'
import { mayHold } from '#app/domain/proposals/committee-policy'
import { holdForRecheck } from '#app/domain/proposals/holding.server'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { HoldFields } from '#app/ui/proposals/hold-fields'
import { MatterPage } from '#app/ui/proposals/matter'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'
import { loadMatterInSitting } from './matter.server'

export const loader = page(async (args) => {
  const { matter, sitting } = await loadMatterInSitting(args, mayHold)
  return {
    matter,
    sitting,
    helpers: await listHelpers(args.db, matter.subject.id, args.today),
    form: await args.form(),
  }
})

export const action = verb(async ({ actor, request, params, perform }) => {
  const form = await readForm(request, holdForm(actor.today))
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, async (ctx) =>
    holdForRecheck(ctx, { proposalId, ...(await resolveHelper(ctx, form.value)) }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'proposalHeld'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`育てる（継続検討）：${data?.matter.subject.title ?? ''}`, matches)

export default function HoldPage() {
  const { matter, sitting, helpers, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <MatterPage
      {...matter}
      papers={<Attached attachments={matter.subject.attachments} />}
      title="育てる（継続検討）"
      form={form}
      labels={decisionFieldLabels}
    >
      <p>
        {sittingInWords(sitting)}
        の結果として記録します。提案者にすぐ知らされます。伴走する人の名前と再検討日も伝わります。
      </p>
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="reason"
          label={decisionFieldLabels.reason}
          required
          hint="何が見えたら結論を出せるか。"
          readers="提案者と、この提案を読める人に公開されます。"
        />
        <HoldFields form={form} helpers={helpers} />
        <Actions>
          <Button>育てることに決める</Button>
        </Actions>
      </VerbForm>
    </MatterPage>
  )
}
