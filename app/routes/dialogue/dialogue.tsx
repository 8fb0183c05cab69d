import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NotFound } from '#app/domain/errors'
import { AskProposerForm } from '#app/domain/proposals/consideration-forms.server'
import { readersOf } from '#app/domain/proposals/consideration-lookup.server'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { findFactsSeenBy } from '#app/domain/proposals/facts.server'
import { askProposer, listQuestionsSeenBy } from '#app/domain/proposals/proposer-questions.server'
import { mayAnswerQuestion, mayAskProposer, readsQuestions } from '#app/domain/proposals/question-policy'
import { Actions, Button, Refused } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { Dialogue } from '#app/ui/proposals/dialogue'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const facts = await findFactsSeenBy(db, actor, idParam(params, 'id'))
  const readers = readersOf(actor, facts)
  if (!readsQuestions(readers)) throw new NotFound()
  const { title, receiptNumber } = await findSubject(db, facts.id)
  const questions = await listQuestionsSeenBy(db, actor, facts)
  return {
    id: facts.id,
    subject: { title, receiptNumber },
    isAuthor: readers.isAuthor,
    mayAsk: mayAskProposer(actor, facts),
    questions: questions.map((question) => ({
      ...question,
      answerHref: mayAnswerQuestion(actor, facts, question).ok ? paths.dialogueAnswer(question.id) : null,
    })),
    form: await form(),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, AskProposerForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => askProposer(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.dialogue(proposalId), 'proposerAsked'))
})

export const meta: MetaFunction = ({ matches }) => titled('提案者とのやりとり', matches)

export default function DialoguePage() {
  const { id, subject, questions, isAuthor, mayAsk, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="提案者とのやりとり" proposal={subject} href={paths.proposal(id)} form={form}>
      <p>
        {isAuthor
          ? 'あなたの名前は、質問した人に伝わりません。'
          : '提案者の名前を伏せたまま、質問と回答を届けます。照会を受けた課、委員、事務局が読みます。'}
      </p>
      <Dialogue questions={questions} />
      {mayAsk.ok ? (
        <VerbForm form={form} key={form.key}>
          <TextArea
            form={form}
            name="question"
            label="質問"
            required
            readers="提案者と、照会を受けた課、委員、事務局が読みます。"
          />
          <Actions>
            <Button>提案者に質問する</Button>
          </Actions>
        </VerbForm>
      ) : (
        !isAuthor && <Refused reason={mayAsk.reason}>提案者に質問する</Refused>
      )}
    </VerbPage>
  )
}
