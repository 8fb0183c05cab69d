import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findItemSeenBy } from '#app/domain/committees/agenda.server'
import { decisionFieldLabels } from '#app/domain/proposals/committee'
import { decideProposal } from '#app/domain/proposals/committee-decision.server'
import { itemDecisionForm } from '#app/domain/proposals/committee-forms.server'
import { resolveNames } from '#app/domain/proposals/committee-naming.server'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { DecisionFields } from '#app/ui/proposals/decision-fields'
import { AgreementFields } from '#app/ui/sittings/agreement-fields'
import { ResolvingPage } from '#app/ui/sittings/resolving-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadResolving, startedVotes } from './item.server'

export const loader = page(async (args) => {
  const resolving = await loadResolving(args, 'improvementCommittee')
  return {
    ...resolving,
    form: await args.form({
      ...startedVotes(resolving.voters),
      note: resolving.item.note,
      implementingDepartmentId: String(resolving.leadDepartmentId ?? ''),
    }),
  }
})

export const action = verb(async ({ actor, db, request, params, perform }) => {
  const agendaItemId = idParam(params, 'id')
  const { item, sitting } = await findItemSeenBy(db, actor, agendaItemId)
  const form = await readForm(request, itemDecisionForm(actor.today, sitting.heldOn))
  if (!form.ok) return refuse(form)

  const { note, manner, votes, castingVote, ...named } = form.value
  const outcome = await perform(form, async (ctx) =>
    decideProposal(
      ctx,
      {
        proposalId: item.proposalId,
        ...(await resolveNames(ctx, { ...named, heldOn: sitting.heldOn })),
      },
      { note, manner, votes, castingVote },
    ),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.agendaItem(agendaItemId), 'itemResolved'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`判定を記録する：${data?.subject.title ?? ''}`, matches)

export default function ItemDecisionPage() {
  const { item, sitting, subject, presider, voters, choices, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <ResolvingPage
      title="判定を記録する"
      sitting={sitting}
      subject={subject}
      form={form}
      labels={decisionFieldLabels}
      hrefs={{
        sitting: paths.sitting(sitting.id),
        item: paths.agendaItem(item.id),
        proposal: paths.proposal(item.proposalId),
      }}
    >
      <VerbForm form={form}>
        <DecisionFields form={form} choices={choices} />
        <AgreementFields form={form} presider={presider} voters={voters} />
        <Actions>
          <Button>判定を記録する</Button>
        </Actions>
      </VerbForm>
    </ResolvingPage>
  )
}
