import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BareForm } from '#app/domain/bare-form.server'
import { insist } from '#app/domain/errors'
import { findContent } from '#app/domain/practices/content.server'
import { findPracticeFactsSeenBy } from '#app/domain/practices/facts.server'
import { keepOldDraft } from '#app/domain/practices/old-drafts.server'
import { mayRevise } from '#app/domain/practices/policy'
import { ExpiryInWords } from '#app/ui/draft-expiry'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  insist(mayRevise(actor, await findPracticeFactsSeenBy(db, actor, id)))
  const { content, expiresOn } = await findContent(db, id)
  return { id, title: content.title, expiresOn, form: await form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const id = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => keepOldDraft(ctx, { practiceId: id }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.practiceEdit(id), 'draftSpared'))
})

export const meta: MetaFunction = ({ matches }) => titled('下書きを残す', matches)

export default function KeepingPage() {
  const { id, title, expiresOn, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page title="下書きを残す" meta={<span>{title || '名前のない下書き'}</span>}>
      <ErrorSummary form={form} />
      <ExpiryInWords expiresOn={expiresOn} />
      {expiresOn === null ? (
        <Actions>
          <ButtonLink href={paths.practiceEdit(id)}>下書きを開く</ButtonLink>
        </Actions>
      ) : (
        <VerbForm form={form}>
          <Actions>
            <Button>この下書きを残す</Button>
            <ButtonLink kind="secondary" href={paths.practiceEdit(id)}>
              下書きを開く
            </ButtonLink>
          </Actions>
        </VerbForm>
      )}
    </Page>
  )
}
