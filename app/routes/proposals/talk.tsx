import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { ThreePartyForm } from '#app/domain/proposals/consideration-forms.server'
import { mayRecordTalk, talkLabels } from '#app/domain/proposals/three-party'
import { listTalksSeenBy, recordTalk } from '#app/domain/proposals/three-party.server'
import { Actions, Button } from '#app/ui/form/actions'
import { Checkbox } from '#app/ui/form/choices'
import { DateField, TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { TalksSection } from '#app/ui/proposals/talks-section'
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
  const { facts, subject } = await loadForVerb(args, mayRecordTalk)
  const form = await args.form({ heldOn: wareki(args.today), proposerPresent: 'on' })
  return { subject, talks: await listTalksSeenBy(args.db, args.actor, facts), labels: talkLabels, form }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ThreePartyForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => recordTalk(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome, talkLabels)

  return redirect(withFlash(paths.proposal(proposalId), 'talkRecorded'))
})

export const meta: MetaFunction = ({ matches }) => titled('三者協議を記録する', matches)

export default function TalkPage() {
  const { subject, talks, labels, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage
      title="三者協議を記録する"
      proposal={subject}
      href={paths.proposal(subject.id)}
      form={form}
      labels={labels}
    >
      <p>
        提案者、事務局、所管課の三者で話し合ったことを残します。提案者のことは「提案者」と書いてください。
      </p>
      <TalksSection talks={talks} />
      <VerbForm form={form}>
        <DateField form={form} name="heldOn" label={labels.heldOn} required />
        <Checkbox form={form} name="proposerPresent" label="提案者が出席した" />
        <TextArea
          form={form}
          name="present"
          label={labels.present}
          required
          hint="提案者の氏名は書かないでください。"
        />
        <TextArea
          form={form}
          name="note"
          label={labels.note}
          required
          readers="提案者と、照会を受けた課、合議を求められた課、委員、事務局が読みます。"
        />
        <Actions>
          <Button>三者協議を記録する</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
