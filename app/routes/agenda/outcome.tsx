import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findItemSeenBy } from '#app/domain/committees/agenda.server'
import { decisionFieldLabels } from '#app/domain/proposals/committee'
import { itemOutcomeForm } from '#app/domain/proposals/committee-forms.server'
import { listReferralsSeenBy } from '#app/domain/proposals/committee-lookup.server'
import { resolveNames } from '#app/domain/proposals/committee-naming.server'
import { recordCouncilOutcome } from '#app/domain/proposals/council.server'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { DecisionFields } from '#app/ui/proposals/decision-fields'
import { Referrals } from '#app/ui/proposals/decision-section'
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
  const resolving = await loadResolving(args, 'policyCouncil')
  return {
    ...resolving,
    referrals: await listReferralsSeenBy(args.db, args.actor, resolving.item.proposalId),
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
  const form = await readForm(request, itemOutcomeForm(actor.today, sitting.heldOn))
  if (!form.ok) return refuse(form)

  const { note, manner, votes, castingVote, outcome: words, decision, ...named } = form.value
  const { heldOn } = sitting
  const outcome = await perform(form, async (ctx) =>
    recordCouncilOutcome(
      ctx,
      {
        ...{ proposalId: item.proposalId, outcome: words, outcomeOn: heldOn },
        decision: decision ? await resolveNames(ctx, { ...named, decision, heldOn }) : null,
      },
      { note, manner, votes, castingVote },
    ),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.agendaItem(agendaItemId), 'councilOutcomeRecorded'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`政策会議の結果を記録する：${data?.subject.title ?? ''}`, matches)

export default function ItemOutcomePage() {
  const loaded = useLoaderData<typeof loader>()
  const { item, sitting, subject, referrals, presider, voters, choices } = loaded
  const form = useForm(loaded.form)
  return (
    <ResolvingPage
      title="政策会議の結果を記録する"
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
      <Referrals referrals={referrals} />
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="outcome"
          label="会議の結果"
          required
          readers="政策会議と事務改善委員会の委員、事務局だけが読みます。"
        />
        <DecisionFields form={form} choices={choices} none="判定は事務改善委員会に戻す" />
        <AgreementFields form={form} presider={presider} voters={voters} />
        <Actions>
          <Button>政策会議の結果を記録する</Button>
        </Actions>
      </VerbForm>
    </ResolvingPage>
  )
}
