import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { decisionFieldLabels } from '#app/domain/proposals/committee'
import { councilOutcomeForm } from '#app/domain/proposals/committee-forms.server'
import { listReferralsSeenBy } from '#app/domain/proposals/committee-lookup.server'
import { listDecisionChoices } from '#app/domain/proposals/committee-choices.server'
import { resolveNames } from '#app/domain/proposals/committee-naming.server'
import { mayRecordOutcome } from '#app/domain/proposals/committee-policy'
import { recordCouncilOutcome } from '#app/domain/proposals/council.server'
import { Actions, Button } from '#app/ui/form/actions'
import { DateField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { DecisionFields } from '#app/ui/proposals/decision-fields'
import { Referrals } from '#app/ui/proposals/decision-section'
import { MatterPage } from '#app/ui/proposals/matter'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadMatter } from './matter.server'

export const loader = page(async (args) => {
  const matter = await loadMatter(args, mayRecordOutcome)
  return {
    matter,
    referrals: await listReferralsSeenBy(args.db, args.actor, matter.subject.id),
    choices: await listDecisionChoices(args.db, matter.subject.id, args.today),
    form: await args.form({
      outcomeOn: wareki(args.today),
      implementingDepartmentId: String(matter.leadDepartmentId ?? ''),
    }),
  }
})

export const action = verb(async ({ actor, request, params, perform }) => {
  const form = await readForm(request, councilOutcomeForm(actor.today))
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const { outcome: words, outcomeOn, decision, ...text } = form.value
  const outcome = await perform(form, async (ctx) =>
    recordCouncilOutcome(ctx, {
      proposalId,
      outcome: words,
      outcomeOn,
      decision: decision ? await resolveNames(ctx, { ...text, decision, heldOn: outcomeOn }) : null,
    }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'councilOutcomeRecorded'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`政策会議の結果を記録する：${data?.matter.subject.title ?? ''}`, matches)

export default function CouncilOutcomePage() {
  const { matter, referrals, choices, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <MatterPage
      {...matter}
      title="政策会議の結果を記録する"
      form={form}
      labels={decisionFieldLabels}
      papers={<Referrals referrals={referrals} />}
    >
      <VerbForm form={form}>
        <DateField form={form} name="outcomeOn" label="会議の日" required />
        <TextArea
          form={form}
          name="outcome"
          label="会議の結果"
          required
          readers="政策会議と事務改善委員会の委員、事務局だけが読みます。"
        />
        <DecisionFields form={form} choices={choices} none="判定は事務改善委員会に戻す" />
        <Actions>
          <Button>政策会議の結果を記録する</Button>
        </Actions>
      </VerbForm>
    </MatterPage>
  )
}
