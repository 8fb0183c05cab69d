import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { wareki } from '#app/domain/calendar'
import { AcceptanceForm } from '#app/domain/proposals/forms.server'
import { acceptForReview } from '#app/domain/proposals/intake.server'
import { answerDueBy, listSuggestedDepartments } from '#app/domain/proposals/intake-lookup.server'
import { mayReceive } from '#app/domain/proposals/policy'
import { AcceptanceFields, acceptanceLabels } from '#app/ui/proposals/acceptance-fields'
import { Actions, Button } from '#app/ui/form/actions'
import { VerbForm } from '#app/ui/form/form'
import { searchedField } from '#app/ui/form/search-field'
import type { Picked } from '#app/ui/proposals/picks'
import { Subject } from '#app/ui/proposals/subject'
import { VerbPage } from '#app/ui/proposals/verb-page'
import { readForm, refuseBeside } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'
import { pickDepartments } from './department-pick.server'
import { loadForVerb } from './verb.server'

const field = 'departmentIds'

export const loader = page(async (args) => {
  const { subject } = await loadForVerb(args, (actor, facts) => mayReceive(actor, facts, 'acceptForReview'))
  const suggested = await listSuggestedDepartments(args.db, subject.id, args.today)
  const form = await args.form({
    departmentIds: suggested.map(({ id }) => String(id)),
    leadDepartmentId: String(suggested[0]?.id ?? ''),
    defaultDueOn: wareki(await answerDueBy(args.db, args.today)),
  })
  return { subject, form, picked: await pickDepartments(args, form, field, suggested) }
})

export const action = verb(async (args) => {
  const form = await readForm(args.request, AcceptanceForm)
  const picked = await pickDepartments(args, form.state, field)
  if (searchedField(form.state, [field])) return data({ form: { ...form.state, errors: {} }, picked })
  if (!form.ok) return refuseBeside({ picked }, form)

  const proposalId = idParam(args.params, 'id')
  const outcome = await args.perform(form, (ctx) => acceptForReview(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuseBeside({ picked }, form, outcome)
  return redirect(withFlash(paths.proposal(proposalId), 'proposalAccepted'))
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  titled(`受け付ける：${loaded?.subject.title ?? ''}`, matches)

export default function AcceptancePage() {
  const { subject, picked, form: started } = useLoaderData<typeof loader>()
  const again = useActionData<{ picked?: Picked }>()
  const form = useForm(started)
  return (
    <VerbPage
      title="受け付ける"
      proposal={subject}
      href={paths.proposal(subject.id)}
      form={form}
      labels={acceptanceLabels}
    >
      <Subject subject={subject} href={paths.proposal(subject.id)} />
      <Attached attachments={subject.attachments} />
      <VerbForm form={form} searches>
        <AcceptanceFields form={form} picked={again?.picked ?? picked} field={field} />
        <Actions>
          <Button>受け付けて検討を依頼する</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
