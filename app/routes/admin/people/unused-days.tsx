import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { UnusedDaysForm } from '#app/domain/accounts/forms.server'
import { mayKeepAccounts } from '#app/domain/accounts/policy'
import { findUnusedDays, setUnusedDays } from '#app/domain/accounts/rules.server'
import { insist } from '#app/domain/errors'
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

export const loader = page(async ({ actor, db, today, form }) => {
  insist(mayKeepAccounts(actor))
  return { form: await form({ unusedDays: String(await findUnusedDays(db, today)) }) }
})

export const action = verb(async ({ actor, request, perform }) => {
  insist(mayKeepAccounts(actor))
  const form = await readForm(request, UnusedDaysForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => setUnusedDays(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.people({ filter: 'unused' }), 'unusedDaysSet'))
})

export const meta: MetaFunction = ({ matches }) => titled('使っていないアカウントの日数', matches)

export default function UnusedDaysPage() {
  const { form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="使っていないアカウントの日数"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.people(), label: '職員' },
        { label: '使っていないアカウントの日数' },
      ]}
    >
      <ErrorSummary form={form} />
      <p>この日数のあいだサインインのないアカウントが、職員の一覧で「使っていないアカウント」になります。</p>
      <VerbForm form={form}>
        <NumberField
          form={form}
          name="unusedDays"
          label="日数"
          required
          suffix="日"
          hint="1日から1,000日まで"
        />
        <Actions>
          <Button>決める</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
