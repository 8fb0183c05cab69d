import { type ActionFunctionArgs, data, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cast, samplePassword } from '#db/seed/cast'
import { SignInForm } from '#app/domain/accounts/forms.server'
import { Overloaded } from '#app/domain/errors'
import { Actions, Button } from '#app/ui/form/actions'
import { Hidden, TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { PasswordField } from '#app/ui/form/password-field'
import { Page } from '#app/ui/page'
import { ProviderDoor } from '#app/ui/provider-door'
import { type SignIn, signIn } from '#app/web/password-sign-in.server'
import { site } from '#app/web/connections.server'
import { readForm, refuse } from '#app/web/form.server'
import { guarded, openPage } from '#app/web/page.server'
import { paths, safePath, withFlash } from '#app/web/paths'
import { noteRefusal } from '#app/web/refused.server'
import { passRetryAfter } from '#app/web/retry-after'
import { withoutSecrets } from '#app/web/secret-fields'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'

export const loader = openPage(async ({ actor, url, form }) => {
  if (actor) throw redirect(placeAfter(url))
  return {
    form: await form(),
    isInterrupted: url.searchParams.has('resume'),
    provider: providerFor(url),
    sample: site().sample ? { cast, password: samplePassword } : null,
  }
})

export const action = guarded('open', async (args: ActionFunctionArgs) =>
  noteRefusal(args.context, await enter(args)),
)

async function enter(args: ActionFunctionArgs) {
  const form = withoutSecrets(await readForm(args.request, SignInForm), 'password')
  if (!form.ok) return refuse(form)
  try {
    const answer = await signIn(args, form.value)
    if (!answer.ok) return refuseSignIn(form.state, answer)
    const place = withFlash(placeAfter(new URL(args.request.url)), 'signedIn')
    return redirect(place, { headers: { 'Set-Cookie': answer.cookie } })
  } catch (error) {
    if (!(error instanceof Overloaded)) throw error
    return again(
      form.state,
      503,
      'いま大勢の人がサインインしています。少し待ってから、もう一度お試しください。',
      5,
    )
  }
}

export const headers = passRetryAfter

export const meta: MetaFunction = ({ matches }) => titled('サインイン', matches)

export default function SignInPage() {
  const { form: started, isInterrupted, provider, sample } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page title="サインイン">
      <ErrorSummary form={form} />
      {isInterrupted && (
        <p>
          しばらく操作がなかったため、サインアウトしました。入力していた内容は預かっています。サインインすると元のページに戻します。
        </p>
      )}
      {provider && <ProviderDoor {...provider} />}
      <VerbForm form={form}>
        <TextField
          form={form}
          name="employeeNumber"
          label="職員番号"
          required
          width="medium"
          inputMode="numeric"
          autoComplete="username"
        />
        <PasswordField
          form={form}
          name="password"
          label="パスワード"
          required
          autoComplete="current-password"
        />
        <Actions>
          <Button>サインインする</Button>
        </Actions>
      </VerbForm>
      <p>
        初めての人は、配られた初期パスワードを入力してください。パスワードを忘れたときは、下の担当へご連絡ください。
      </p>
      {sample && <Cast {...sample} />}
    </Page>
  )
}

type Sample = {
  cast: readonly { employeeNumber: string; role: string; name: string; hint: string }[]
  password: string
}

/** The people of the sample town, one for each part. */
function Cast({ cast: people, password }: Sample) {
  return (
    <section className="flow">
      <h2>見本の市の人でサインインする</h2>
      <p>
        すべて架空の人です。ボタンを押すと、その人としてサインインします（パスワードは全員{' '}
        <code>{password}</code>）。
      </p>
      <ul className="rows">
        {people.map(({ employeeNumber, role, name, hint }) => (
          <li key={employeeNumber} className="row">
            <div>
              <span className="font-700">{role}</span>　{name}（{employeeNumber}）
              <div className="secondary">{hint}</div>
            </div>
            <form method="post">
              <Hidden name="employeeNumber" value={employeeNumber} />
              <Hidden name="password" value={password} />
              <Button kind="secondary" hidden={`${role} ${name}`}>
                サインインする
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the person wanted to go, with the token that gives back what was typed. */
function placeAfter(url: URL): string {
  const place = safePath(url.searchParams.get('to'))
  const resume = url.searchParams.get('resume')
  if (resume === null) return place
  return `${place}${place.includes('?') ? '&' : '?'}${new URLSearchParams({ resume }).toString()}`
}

/** The door of single sign-on, where the town has it; beside it the way out, for who has just come back from there. */
function providerFor(url: URL) {
  const { provider } = site()
  if (!provider) return null
  const isOut = url.searchParams.get('from') === 'provider'
  return {
    label: provider.label,
    href: paths.singleSignOn(placeAfter(url)),
    signOutHref: isOut ? paths.providerSignOut() : null,
  }
}

function refuseSignIn(state: FormState, refused: Extract<SignIn, { ok: false }>) {
  switch (refused.refusal) {
    case 'wrong':
      return again(
        state,
        422,
        '職員番号かパスワードが違います。大文字と小文字を確かめて、もう一度入力してください。',
      )
    case 'singleSignOnOnly':
      return again(
        state,
        403,
        `パスワードでのサインインは、今は使えません。上の「${site().provider?.label ?? ''}でサインインする」を選んでください。`,
      )
    case 'initialPasswordTooOld':
      return again(
        state,
        422,
        '初期パスワードの期限（72時間）が過ぎています。下の担当に、新しい初期パスワードを頼んでください。',
      )
    case 'tooOften': {
      const minutes = Math.ceil(refused.seconds / 60)
      return again(
        state,
        429,
        `続けて誤りがあったため、しばらくサインインできません。${minutes}分ほど待ってから、もう一度お試しください。`,
        refused.seconds,
      )
    }
  }
}

function again(state: FormState, status: number, sentence: string, seconds?: number) {
  const headers = seconds === undefined ? {} : { 'Retry-After': String(seconds) }
  return data({ form: { ...state, formErrors: [sentence] } }, { status, headers })
}
