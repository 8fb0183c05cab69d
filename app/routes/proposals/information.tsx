import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { InformationForm } from '#app/domain/proposals/forms.server'
import { informOnly } from '#app/domain/proposals/intake.server'
import { mayReceive } from '#app/domain/proposals/policy'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { searchedField } from '#app/ui/form/search-field'
import { SearchPick } from '#app/ui/form/search-pick'
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

const field = 'departmentId'

export const loader = page(async (args) => {
  const { subject } = await loadForVerb(args, (actor, facts) => mayReceive(actor, facts, 'informOnly'))
  const form = await args.form()
  return { subject, form, picked: await pickDepartments(args, form, field) }
})

export const action = verb(async (args) => {
  const form = await readForm(args.request, InformationForm)
  const picked = await pickDepartments(args, form.state, field)
  if (searchedField(form.state, [field])) return data({ form: { ...form.state, errors: {} }, picked })
  if (!form.ok) return refuseBeside({ picked }, form)

  const proposalId = idParam(args.params, 'id')
  const outcome = await args.perform(form, (ctx) => informOnly(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuseBeside({ picked }, form, outcome)
  return redirect(withFlash(paths.intake(), 'proposalInformed'))
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  titled(`情報として課に伝える：${loaded?.subject.title ?? ''}`, matches)

export default function InformationPage() {
  const { subject, picked, form: started } = useLoaderData<typeof loader>()
  const again = useActionData<{ picked?: Picked }>()
  const form = useForm(started)
  return (
    <VerbPage title="情報として課に伝える" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <Subject subject={subject} href={paths.proposal(subject.id)} />
      <Attached attachments={subject.attachments} />
      <VerbForm form={form} searches>
        <p>検討と審議は行わず、参考になる課に内容を伝えて終えます。課の人は提案を読めるようになります。</p>
        <SearchPick
          form={form}
          name={field}
          label="情報を伝える課"
          required
          multiple={false}
          searchLabel="課の名前の一部"
          {...(again?.picked ?? picked)}
        />
        <TextArea
          form={form}
          name="reason"
          label="理由"
          required
          hint="検討ではなく情報提供とする理由"
          readers="提案者、情報を伝える課と事務局が読みます"
          rows={4}
        />
        <Actions>
          <Button>情報として伝える</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
