import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { AnswerQuestionForm } from '#app/domain/proposals/consideration-forms.server'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { answerQuestion, findQuestionSeenBy } from '#app/domain/proposals/proposer-questions.server'
import { mayAnswerQuestion } from '#app/domain/proposals/question-policy'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { PlainText } from '#app/ui/text'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const { question, facts } = await findQuestionSeenBy(db, actor, idParam(params, 'id'))
  insist(mayAnswerQuestion(actor, facts, question))
  const { title, receiptNumber } = await findSubject(db, facts.id)
  return {
    proposalId: facts.id,
    subject: { title, receiptNumber },
    question: { askedFor: question.askedFor, text: question.question },
    form: await form(),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, AnswerQuestionForm)
  if (!form.ok) return refuse(form)

  const questionId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => answerQuestion(ctx, { questionId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.dialogue(outcome.value), 'questionAnswered'))
})

export const meta: MetaFunction = ({ matches }) => titled('質問に答える', matches)

export default function DialogueAnswerPage() {
  const { proposalId, subject, question, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="質問に答える" proposal={subject} href={paths.dialogue(proposalId)} form={form}>
      <p className="font-700">{question.askedFor}からの質問</p>
      <PlainText text={question.text} />
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="answer"
          label="回答"
          required
          hint="名前は伝わりません。氏名や所属が分かることは書かないでください。"
          readers="照会を受けた課、委員、事務局が読みます。"
        />
        <Actions>
          <Button>質問に答える</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
