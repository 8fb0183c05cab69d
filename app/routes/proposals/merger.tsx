import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MergerForm } from '#app/domain/proposals/forms.server'
import { mergeInto } from '#app/domain/proposals/merging.server'
import { mayReceive } from '#app/domain/proposals/policy'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { VerbForm } from '#app/ui/form/form'
import { searchedField } from '#app/ui/form/search-field'
import { SearchPick } from '#app/ui/form/search-pick'
import { type Picked, targetField } from '#app/ui/proposals/picks'
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
import { pickTarget } from './merge-pick.server'
import { loadForVerb } from './verb.server'

export const loader = page(async (args) => {
  const { subject } = await loadForVerb(args, (actor, facts) => mayReceive(actor, facts, 'mergeInto'))
  const form = await args.form()
  return { subject, form, picked: await pickTarget(args.db, form, subject) }
})

export const action = verb(async (args) => {
  const proposalId = idParam(args.params, 'id')
  const { subject } = await loadForVerb(args, (actor, facts) => mayReceive(actor, facts, 'mergeInto'))
  const form = await readForm(args.request, MergerForm)
  const picked = await pickTarget(args.db, form.state, subject)
  if (searchedField(form.state, [targetField])) return data({ form: { ...form.state, errors: {} }, picked })
  if (!form.ok) return refuseBeside({ picked }, form)

  const outcome = await args.perform(form, (ctx) => mergeInto(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuseBeside({ picked }, form, outcome)
  return redirect(withFlash(paths.proposal(proposalId), 'proposalMerged'))
})

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  titled(`ほかの提案に統合する：${loaded?.subject.title ?? ''}`, matches)

export default function MergerPage() {
  const { subject, picked, form: started } = useLoaderData<typeof loader>()
  const again = useActionData<{ picked?: Picked }>()
  const form = useForm(started)
  return (
    <VerbPage title="ほかの提案に統合する" proposal={subject} href={paths.proposal(subject.id)} form={form}>
      <Subject subject={subject} href={paths.proposal(subject.id)} />
      <Attached attachments={subject.attachments} />
      <VerbForm form={form} searches>
        <p>
          同じ内容の提案を1つにまとめます。両方の提案者が統合先の提案者として扱われ、先に出された提案で手続きが進みます。あとで取り消せます。
        </p>
        <SearchPick
          form={form}
          name={targetField}
          label="統合先の提案"
          required
          multiple={false}
          searchLabel="提案の名前の一部か受付番号"
          {...(again?.picked ?? picked)}
        />
        <TextArea
          form={form}
          name="reason"
          label="理由"
          required
          readers="両方の提案者と事務局が読みます"
          rows={3}
        />
        <Actions>
          <Button>統合する</Button>
        </Actions>
      </VerbForm>
    </VerbPage>
  )
}
