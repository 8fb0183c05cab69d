import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PasswordForm } from '#app/domain/accounts/forms.server'
import { shortestPassword } from '#app/domain/accounts/password'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { PasswordField } from '#app/ui/form/password-field'
import { Page } from '#app/ui/page'
import { hasInitialPassword, hasPassword } from '#app/domain/accounts/passwords.server'
import { readForm, refuse } from '#app/web/form.server'
import { changeOwnPassword } from '#app/web/own-password.server'
import { accountPage } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { passRetryAfter } from '#app/web/retry-after'
import { withoutSecrets } from '#app/web/secret-fields'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { accountVerb } from '#app/web/verb.server'

export const loader = accountPage(async ({ actor, db, form }) => ({
  form: await form(),
  isInitial: await hasInitialPassword(db, actor.personId),
  hasOne: await hasPassword(db, actor.personId),
}))

export const action = accountVerb(async (args) => {
  const form = withoutSecrets(await readForm(args.request, PasswordForm), 'current', 'next', 'again')
  if (!form.ok) return refuse(form)

  const outcome = await changeOwnPassword(args, form)
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.home(), 'passwordChanged'))
})

export const headers = passRetryAfter

export const meta: MetaFunction = ({ matches }) => titled('パスワードの変更', matches)

export default function PasswordPage() {
  const { form: started, isInitial, hasOne } = useLoaderData<typeof loader>()
  const form = useForm(started)
  if (!hasOne)
    return (
      <Page title="パスワードの変更">
        <p>このアカウントには、パスワードがありません。サインインには、シングルサインオンを使います。</p>
      </Page>
    )
  return (
    <Page title="パスワードの変更">
      <ErrorSummary form={form} />
      {isInitial && (
        <p>
          今のパスワードは、配られた初期パスワードです。自分だけが知るパスワードに変更すると、ほかのページが使えるようになります。
        </p>
      )}
      <VerbForm form={form}>
        <PasswordField
          form={form}
          name="current"
          label="今のパスワード"
          required
          autoComplete="current-password"
        />
        <PasswordField
          form={form}
          name="next"
          label="新しいパスワード"
          required
          autoComplete="new-password"
          hint={`${shortestPassword}文字以上。関係のない言葉を3つ以上つなげると、覚えやすく、破られにくくなります。文字の種類は問いません。貼り付けもできます。`}
        />
        <PasswordField
          form={form}
          name="again"
          label="新しいパスワード（確認）"
          required
          autoComplete="new-password"
        />
        <Actions>
          <Button>パスワードを変更する</Button>
        </Actions>
      </VerbForm>
      <p>変更すると、ほかの端末ではサインアウトします。定期的に変更する必要はありません。</p>
    </Page>
  )
}
