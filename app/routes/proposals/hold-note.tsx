import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLastHold, HoldNoteForm, writeHoldNote } from '#app/domain/proposals/hold-notes.server'
import { mayWriteHoldNote } from '#app/domain/proposals/hold-policy'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { HoldBox } from '#app/ui/proposals/hold-box'
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
  const { subject } = await loadForVerb(args, mayWriteHoldNote)
  return { subject, hold: await findLastHold(args.db, subject.id), form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, HoldNoteForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => writeHoldNote(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'holdNoted'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`進み具合を書く：${data?.subject.title ?? ''}`, matches)

export default function HoldNotePage() {
  const { subject, hold, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="進み具合を書く" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      {hold && <HoldBox hold={hold} />}
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="note"
          label="進み具合"
          required
          hint="試したこと、分かったこと、まだ足りないこと。提案者の氏名は書かないでください。"
          readers="提案者と、この提案を読める人に公開されます。委員会に戻るときの資料になります。"
        />
        <Actions>
          <Button>進み具合を残す</Button>
          <ButtonLink kind="secondary" href={paths.proposal(subject.id)}>
            提案に戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
