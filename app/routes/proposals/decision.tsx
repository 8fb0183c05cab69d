import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { decisionFieldLabels } from '#app/domain/proposals/committee'
import { decideProposal } from '#app/domain/proposals/committee-decision.server'
import { decisionForm } from '#app/domain/proposals/committee-forms.server'
import { listDecisionChoices } from '#app/domain/proposals/committee-choices.server'
import { resolveNames } from '#app/domain/proposals/committee-naming.server'
import { mayDecide } from '#app/domain/proposals/committee-policy'
import { Actions, Button } from '#app/ui/form/actions'
import { DateField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { DecisionFields } from '#app/ui/proposals/decision-fields'
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
  const matter = await loadMatter(args, mayDecide)
  return {
    matter,
    choices: await listDecisionChoices(args.db, matter.subject.id, args.today),
    form: await args.form({
      heldOn: wareki(args.today),
      implementingDepartmentId: String(matter.leadDepartmentId ?? ''),
    }),
  }
})

export const action = verb(async ({ actor, request, params, perform }) => {
  const form = await readForm(request, decisionForm(actor.today))
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, async (ctx) =>
    decideProposal(ctx, { proposalId, ...(await resolveNames(ctx, form.value)) }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  const flash = form.value.decision === 'continued' ? 'proposalHeld' : 'proposalDecided'
  return redirect(withFlash(paths.proposal(proposalId), flash))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`判定を記録する：${data?.matter.subject.title ?? ''}`, matches)

export default function DecisionPage() {
  const { matter, choices, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <MatterPage {...matter} title="判定を記録する" form={form} labels={decisionFieldLabels}>
      <p>判定は、事務局が結果を通知するまで、委員と事務局のほかには公開されません。</p>
      <VerbForm form={form}>
        <DateField form={form} name="heldOn" label={decisionFieldLabels.heldOn} required />
        <DecisionFields form={form} choices={choices} />
        <Actions>
          <Button>判定を記録する</Button>
        </Actions>
      </VerbForm>
    </MatterPage>
  )
}
