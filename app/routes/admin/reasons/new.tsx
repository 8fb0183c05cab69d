import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist, NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { ReasonForm } from '#app/domain/organisation/forms.server'
import { addReason } from '#app/domain/organisation/keeping-reasons.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { reasonUseLabels, reasonUses } from '#app/domain/organisation/reason'
import { Actions, Button } from '#app/ui/form/actions'
import { TextField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { choiceQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, url, form }) => {
  return { use: reasonUseLabels[useOf(actor, url)], form: await form() }
})

export const action = verb(async ({ actor, request, url, perform }) => {
  const usedFor = useOf(actor, url)
  const form = await readForm(request, ReasonForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => addReason(ctx, { usedFor, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.reasons(), 'reasonAdded'))
})

export const meta: MetaFunction = ({ matches }) => titled('理由の追加', matches)

export default function NewReasonPage() {
  const { use, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="理由の追加"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.reasons(), label: '理由コード' },
        { label: '理由の追加' },
      ]}
      meta={<span>{use}</span>}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <TextField form={form} name="label" label="理由の名前" required width="medium" counter={40} />
        <Actions>
          <Button>加える</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}

function useOf(actor: Actor, url: URL) {
  insist(mayKeepOrganisation(actor))
  const usedFor = choiceQuery(url, 'for', reasonUses)
  if (usedFor === undefined) throw new NotFound()
  return usedFor
}
