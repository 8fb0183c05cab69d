import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayKeepAccounts } from '#app/domain/accounts/policy'
import { insist } from '#app/domain/errors'
import { BareForm } from '#app/domain/bare-form.server'
import { PasswordLetter } from '#app/ui/admin/password-letter'
import { PersonVerb } from '#app/ui/admin/person-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { giveInitialPassword } from '#app/web/initial-password.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadPerson } from './loading.server'

export const loader = page(async (args) => {
  const person = await loadPerson(args)
  insist(mayKeepAccounts(args.actor))
  return { person, form: await args.form() }
})

/** Without the form's key: a kept result would keep the password. */
export const action = verb(async (args) => {
  const person = await loadPerson(args)
  const form = await readForm(args.request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await giveInitialPassword(args, person)
  if (!outcome.ok) return refuse(form, outcome)

  return data({ letter: outcome.value })
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  titled(`初期パスワード：${loaded?.person.name ?? ''}`, matches)

export default function InitialPasswordPage() {
  const { person, form: started } = useLoaderData<typeof loader>()
  const letter = useActionData<{ letter?: { password: string; until: string; address: string } }>()?.letter
  const form = useForm(started)
  if (letter)
    return <PasswordLetter person={person} letter={letter} backHref={paths.staffMember(person.id)} />
  return (
    <PersonVerb title="初期パスワードの発行" person={person} href={paths.staffMember(person.id)} form={form}>
      <VerbForm form={form}>
        <p>
          {person.account
            ? '新しい初期パスワードを発行します。今のパスワードは使えなくなり、すべての端末がサインアウトします。'
            : 'アカウントを作り、初期パスワードを発行します。'}
          本人に渡す紙（A4）を、次のページで一度だけ表示します。
        </p>
        <Actions>
          <Button>初期パスワードを発行する</Button>
        </Actions>
      </VerbForm>
    </PersonVerb>
  )
}
