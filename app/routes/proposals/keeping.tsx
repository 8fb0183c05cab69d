import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BareForm } from '#app/domain/bare-form.server'
import { findContent } from '#app/domain/proposals/content.server'
import { keepOldDraft } from '#app/domain/proposals/old-drafts.server'
import { mayRevise } from '#app/domain/proposals/policy'
import { ExpiryInWords } from '#app/ui/draft-expiry'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
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
  const { subject } = await loadForVerb(args, mayRevise)
  const { expiresOn } = await findContent(args.db, subject.id)
  return { subject, expiresOn, form: await args.form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const id = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => keepOldDraft(ctx, { proposalId: id }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposalEdit(id), 'draftSpared'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`下書きを残す：${data?.subject.title ?? ''}`, matches)

export default function KeepingPage() {
  const { subject, expiresOn, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="下書きを残す" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <ExpiryInWords expiresOn={expiresOn} />
      {expiresOn === null ? (
        <Actions>
          <ButtonLink href={paths.proposalEdit(subject.id)}>下書きを開く</ButtonLink>
        </Actions>
      ) : (
        <VerbForm form={form}>
          <Actions>
            <Button>この下書きを残す</Button>
            <ButtonLink kind="secondary" href={paths.proposalEdit(subject.id)}>
              下書きを開く
            </ButtonLink>
          </Actions>
        </VerbForm>
      )}
    </VerbPage>
  )
}
