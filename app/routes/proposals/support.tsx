import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { findFactsSeenBy } from '#app/domain/proposals/facts.server'
import { SupportForm } from '#app/domain/proposals/forms.server'
import { maySupport } from '#app/domain/proposals/support'
import { listSupports, supportProposal } from '#app/domain/proposals/support.server'
import { Refused } from '#app/ui/form/actions'
import { SupportFields, Supports } from '#app/ui/proposals/support'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  const facts = await findFactsSeenBy(db, actor, id)
  const supports = await listSupports(db, id)
  const own = supports.filter(({ personId }) => personId === actor.personId).map(({ how }) => how)
  return {
    subject: await findSubject(db, id),
    verdict: maySupport(actor, facts),
    supports: supports.map(({ personId: _person, ...support }) => support),
    own: { agree: own.includes('agree'), together: own.includes('together') },
    form: await form({ how: own.includes('agree') ? 'addition' : 'agree' }),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, SupportForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => supportProposal(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.support(proposalId), 'supported'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`賛同・追記：${data?.subject.title ?? ''}`, matches)

export default function SupportPage() {
  const { subject, verdict, supports, own, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <VerbPage title="賛同・追記" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <Supports supports={supports} />
      {verdict.ok ? (
        <SupportFields form={form} own={own} withdrawal={paths.supportWithdrawal(subject.id)} />
      ) : (
        <Refused reason={verdict.reason}>賛同する・追記を送る</Refused>
      )}
    </VerbPage>
  )
}
