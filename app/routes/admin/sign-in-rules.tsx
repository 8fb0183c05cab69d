import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { SignInRulesForm } from '#app/domain/accounts/forms.server'
import { mayKeepAccounts } from '#app/domain/accounts/policy'
import { findSignInRules, setSignInRules } from '#app/domain/accounts/sign-in-rules.server'
import { insist } from '#app/domain/errors'
import { Actions, Button } from '#app/ui/form/actions'
import { Checkbox } from '#app/ui/form/choices'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { providerOf } from '#app/web/single-sign-on.server'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, form }) => {
  const { issuer, subjectClaim, numberClaim, label } = providerOf()
  insist(mayKeepAccounts(actor))
  const { bindsByNumber, refusesPasswords } = await findSignInRules(db)
  return {
    provider: { issuer: issuer.href, subjectClaim, numberClaim: numberClaim ?? null, label },
    form: await form({ bindsByNumber: ticked(bindsByNumber), refusesPasswords: ticked(refusesPasswords) }),
  }
})

export const action = verb(async ({ request, perform }) => {
  providerOf()
  const form = await readForm(request, SignInRulesForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => setSignInRules(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.signInRules(), 'signInRulesSet'))
})

export const meta: MetaFunction = ({ matches }) => titled('サインインの方法', matches)

export default function SignInRulesPage() {
  const { provider, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const { label, numberClaim } = provider
  return (
    <Page
      title="サインインの方法"
      crumbs={[{ href: paths.admin(), label: '管理' }, { label: 'サインインの方法' }]}
    >
      <ErrorSummary form={form} />
      <SummaryList
        empty="なし"
        rows={[
          { label: '認証基盤', value: `${label}（${provider.issuer}）` },
          { label: '利用者IDの項目', value: provider.subjectClaim },
          { label: '職員番号の項目', value: numberClaim },
        ]}
      />
      <p>
        利用者IDは、職員のページで一人ずつか、
        <a href={paths.newImport({ list: 'subjectLinks' })} className="nav-link">
          CSVの取り込み
        </a>
        でまとめて、職員番号にひも付けます。
      </p>
      <VerbForm form={form}>
        {numberClaim === null ? (
          <p>
            職員番号の項目が設定されていないため、初めてのサインインではひも付きません。サーバーの運用担当が設定すると、ここで選べるようになります。
          </p>
        ) : (
          <Checkbox
            form={form}
            name="bindsByNumber"
            label="初めてのサインインで、職員番号により、ひも付ける"
            hint={`「${numberClaim}」を本人が書き換えられない認証基盤でだけ、選んでください。選ばなければ、職員のページであらかじめひも付けた人だけがサインインできます`}
          />
        )}
        <Checkbox
          form={form}
          name="refusesPasswords"
          label="ひも付けた職員には、パスワードでのサインインを認めない"
          hint="システム管理者は、認証基盤が止まったときのために、いつでもパスワードでサインインできます"
        />
        <Actions>
          <Button>変更する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}

function ticked(flag: 0 | 1): string {
  return flag === 1 ? 'on' : ''
}
