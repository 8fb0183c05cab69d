import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { discardPractice } from '#app/domain/practices/drafting.server'
import { BareForm } from '#app/domain/bare-form.server'
import { findPracticeSeenBy } from '#app/domain/practices/lookup.server'
import { mayDiscard } from '#app/domain/practices/policy'
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
  const { facts, report } = await findPracticeSeenBy(db, actor, idParam(params, 'id'))
  insist(mayDiscard(actor, facts))
  return { id: report.id, title: report.title, form: await form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => discardPractice(ctx, { practiceId: idParam(params, 'id') }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.contributions(), 'draftDiscarded'))
})

export const meta: MetaFunction = ({ matches }) => titled('下書きを破棄する', matches)

export default function DiscardPage() {
  const { id, title, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page title="下書きを破棄する">
      <ErrorSummary form={form} />
      <p>「{title || '名前のない下書き'}」を破棄します。書いた内容は元に戻せません。</p>
      <VerbForm form={form}>
        <Actions>
          <Button>破棄する</Button>
          <ButtonLink kind="secondary" href={paths.practice(id)}>
            破棄しないで戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
