import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { RetentionForm } from '#app/domain/organisation/forms.server'
import { mayKeepRetention } from '#app/domain/organisation/policy'
import { retained, retainedLabels } from '#app/domain/organisation/retention'
import { listRetentionRules, setRetention } from '#app/domain/organisation/retention-rules.server'
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
  const rules = await listRetentionRules(db)
  return { form: await form(Object.fromEntries(rules.map(({ what, years }) => [what, String(years)]))) }
})

export const action = verb(async ({ actor, request, perform }) => {
  insist(mayKeepRetention(actor))
  const form = await readForm(request, RetentionForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => setRetention(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.retention(), 'retentionSet'))
})

export const meta: MetaFunction = ({ matches }) => titled('保存期間の変更', matches)

export default function RetentionYearsPage() {
  const { form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="保存期間の変更"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.retention(), label: '保存期間' },
        { label: '変更' },
      ]}
    >
      <ErrorSummary form={form} />
      <p>作った年度の次の4月1日から数えます。変えただけでは、何も廃棄しません。</p>
      <VerbForm form={form}>
        {retained.map((what) => (
          <NumberField key={what} form={form} name={what} label={retainedLabels[what]} suffix="年" required />
        ))}
        <Actions>
          <Button>変更する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
