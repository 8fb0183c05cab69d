import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkForm } from '#app/domain/accounts/forms.server'
import { findLinkOf, linkSubject } from '#app/domain/accounts/linking.server'
import { mayKeepAccounts } from '#app/domain/accounts/policy'
import { insist } from '#app/domain/errors'
import { LinkSummary } from '#app/ui/admin/link-summary'
import { PersonVerb } from '#app/ui/admin/person-verb'
import { Actions, Button } from '#app/ui/form/actions'
import { TextField } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { providerOf } from '#app/web/single-sign-on.server'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { loadPerson } from './loading.server'

export const loader = page(async (args) => {
  const { issuer, subjectClaim, label } = providerOf()
  const person = await loadPerson(args)
  insist(mayKeepAccounts(args.actor))
  const link = await findLinkOf(args.db, person.id)
  return { person, link, form: await args.form(), provider: { issuer: issuer.href, subjectClaim, label } }
})

export const action = verb(async (args) => {
  const issuer = providerOf().issuer.href
  const { id: personId } = await loadPerson(args)
  const form = await readForm(args.request, LinkForm)
  if (!form.ok) return refuse(form)

  const outcome = await args.perform(form, (ctx) => linkSubject(ctx, { personId, issuer, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.personLink(personId), 'subjectLinked'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`シングルサインオン：${data?.person.name ?? ''}`, matches)

export default function LinkPage() {
  const { person, link, provider, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <PersonVerb title="シングルサインオン" person={person} href={paths.staffMember(person.id)} form={form}>
      <p>
        {provider.label}（{provider.issuer}
        ）のだれがこの職員かを決めます。ひも付けた人は、パスワードを使わずにサインインできます。
      </p>
      {link ? (
        <LinkSummary link={link} issuer={provider.issuer} removal={paths.personLinkRemoval(person.id)} />
      ) : (
        <VerbForm form={form}>
          <TextField
            form={form}
            name="subject"
            label="利用者ID"
            required
            hint={`認証基盤の「${provider.subjectClaim}」の値です。大文字と小文字は区別します`}
          />
          {!person.account && <p>アカウントがまだないので、パスワードのないアカウントを作ります。</p>}
          <Actions>
            <Button>ひも付ける</Button>
          </Actions>
        </VerbForm>
      )}
    </PersonVerb>
  )
}
