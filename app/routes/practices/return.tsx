import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { ReturnForm } from '#app/domain/practices/forms.server'
import { findPracticeSeenBy } from '#app/domain/practices/lookup.server'
import { mayReturn } from '#app/domain/practices/policy'
import { returnPractice } from '#app/domain/practices/returning.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
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
  insist(mayReturn(actor, facts))
  return { id: report.id, title: report.title, receiptNumber: report.receiptNumber, form: await form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const practiceId = idParam(params, 'id')
  const form = await readForm(request, ReturnForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => returnPractice(ctx, { practiceId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.practice(practiceId), 'practiceReturned'))
})

export const meta: MetaFunction = ({ matches }) => titled('報告を差し戻す', matches)

export default function ReturnPage() {
  const { id, title, receiptNumber, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="報告を差し戻す"
      meta={
        <p>
          {receiptNumber}　{title}
        </p>
      }
    >
      <ErrorSummary form={form} />
      <p>報告した人に加筆をお願いします。受付番号はそのままで、直したあともう一度報告されます。</p>
      <VerbForm form={form}>
        <TextArea
          form={form}
          name="missing"
          label="足りないこと"
          required
          hint="何を書き足せばよいかを具体的に書きます。例：いつから始めたかと、減った時間の計算のしかた"
          readers="報告した人と同じ課の人が読みます"
        />
        <Actions>
          <Button>差し戻す</Button>
          <ButtonLink kind="secondary" href={paths.practice(id)}>
            差し戻さないで戻る
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
