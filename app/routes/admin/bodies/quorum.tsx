import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { insist, NotFound } from '#app/domain/errors'
import type { Actor } from '#app/domain/organisation/actor'
import { QuorumForm } from '#app/domain/organisation/forms.server'
import { mayKeepOrganisation } from '#app/domain/organisation/policy'
import { shareLabels, shares } from '#app/domain/organisation/quorum-rule'
import { findQuorumRule, setQuorumRule } from '#app/domain/organisation/quorum-rules.server'
import { bodyNames, chairedBodies } from '#app/domain/organisation/seat'
import { Actions, Button } from '#app/ui/form/actions'
import { RadioGroup } from '#app/ui/form/choices'
import { DateField, NumberField } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { choiceQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, today, url, form }) => {
  const body = bodyOf(actor, url)
  const { seats, share } = await findQuorumRule(db, body, today)
  return {
    name: bodyNames[body],
    form: await form({ share, seats: seats === null ? '' : String(seats), validFrom: wareki(today) }),
  }
})

export const action = verb(async ({ actor, request, url, perform }) => {
  const body = bodyOf(actor, url)
  const form = await readForm(request, QuorumForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => setQuorumRule(ctx, { body, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.bodies(), 'quorumSet'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`定数と定足数：${data?.name ?? ''}`, matches)

export default function QuorumPage() {
  const { name, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`定数と定足数：${name}`}
      heading="定数と定足数"
      crumbs={[
        { href: paths.admin(), label: '管理' },
        { href: paths.bodies(), label: '会議体' },
        { label: '定数と定足数' },
      ]}
      meta={<span>{name}</span>}
    >
      <ErrorSummary form={form} />
      <VerbForm form={form}>
        <NumberField
          form={form}
          name="seats"
          label="定数"
          hint="要綱が委員の数を決めていなければ空欄にします。そのときは、今いる委員の数で考えます"
        />
        <RadioGroup
          form={form}
          name="share"
          label="定足数"
          required
          options={shares.map((value) => ({ value, label: shareLabels[value] }))}
        />
        <DateField
          form={form}
          name="validFrom"
          label="始まりの日"
          required
          hint="この日からの会議で使います。前の会議の議事録は変わりません"
        />
        <Actions>
          <Button>登録する</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}

/** Only a body that decides by vote has a quorum; to whoever may not keep the organisation the page says so. */
function bodyOf(actor: Actor, url: URL) {
  insist(mayKeepOrganisation(actor))
  const body = choiceQuery(url, 'body', chairedBodies)
  if (body === undefined) throw new NotFound()
  return body
}
