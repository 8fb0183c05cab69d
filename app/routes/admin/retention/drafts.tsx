import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { decideOnDrafts } from '#app/domain/draft-retention.server'
import { insist } from '#app/domain/errors'
import { findDraftRule } from '#app/domain/organisation/draft-rules.server'
import { DraftRuleForm } from '#app/domain/organisation/forms.server'
import { mayKeepRetention } from '#app/domain/organisation/policy'
import { Actions, Button } from '#app/ui/form/actions'
import { NumberField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, form }) => {
  insist(mayKeepRetention(actor))
  const { months, warnDays } = await findDraftRule(db)
  return { form: await form({ months: String(months ?? ''), warnDays: String(warnDays) }) }
})

export const action = verb(async ({ actor, request, perform }) => {
  insist(mayKeepRetention(actor))
  const form = await readForm(request, DraftRuleForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => decideOnDrafts(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.retention(), 'draftRuleSet'))
})

export const meta: MetaFunction = ({ matches }) => titled('下書きの保存期間の変更', matches)

export default function DraftRulePage() {
  const { form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="下書きの保存期間の変更"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.retention(), label: '保存期間' },
        { label: '下書き' },
      ]}
    >
      <ErrorSummary form={form} />
      <p>
        一度も提出、報告していない下書きだけが対象です。変えると、今までの予告はいったん取り消され、新しい期間で改めて本人に知らせます。
      </p>
      <VerbForm form={form}>
        <NumberField
          form={form}
          name="months"
          label="廃棄するまでの月数"
          suffix="か月"
          hint="最後に保存した日から数えます。空にすると、下書きを廃棄しません。育児休業など長い休みのあとにも残るように、36か月を標準にしています"
        />
        <NumberField
          form={form}
          name="warnDays"
          label="知らせる日"
          suffix="日前"
          hint="廃棄する日の何日前に、書いた人のお知らせに届けるか"
          required
        />
        <Actions>
          <Button>変更する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
