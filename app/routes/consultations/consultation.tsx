import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { OpinionForm } from '#app/domain/proposals/consideration-forms.server'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { findConsultedSeenBy } from '#app/domain/proposals/consultation-facts.server'
import { mayGiveOpinion } from '#app/domain/proposals/consultation-policy'
import { giveOpinion } from '#app/domain/proposals/consultation.server'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { Subject } from '#app/ui/proposals/subject'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { PlainText } from '#app/ui/text'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'

export const loader = page(async ({ actor, db, params, form }) => {
  const consulted = await findConsultedSeenBy(db, actor, idParam(params, 'id'))
  insist(mayGiveOpinion(actor, consulted, consulted.asked))
  return {
    considerationId: consulted.asked.id,
    by: consulted.byDepartmentName,
    question: consulted.question,
    subject: await findSubject(db, consulted.asked.proposalId),
    form: await form(),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, OpinionForm)
  if (!form.ok) return refuse(form)

  const consultationId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => giveOpinion(ctx, { consultationId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(outcome.value), 'opinionGiven'))
})

export const meta: MetaFunction = ({ matches }) => titled('合議に回答する', matches)

export default function OpinionPage() {
  const { considerationId, by, question, subject, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage
      title="合議に回答する"
      proposal={subject}
      href={paths.consideration(considerationId)}
      form={form}
    >
      <Subject subject={subject} href={paths.proposal(subject.id)} />
      <Attached attachments={subject.attachments} />
      <section className="flow" aria-labelledby="asked">
        <h2 id="asked">{by}が聞きたいこと</h2>
        <PlainText text={question} />
      </section>
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="opinion"
          label="課の意見"
          required
          hint="どうすればできるか、何に気をつけるか。提案者の氏名や所属が分かることは書かないでください。"
          readers="照会を受けた課、合議を求められた課、委員、事務局が読みます。"
        />
        <Actions>
          <Button>合議に回答する</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
