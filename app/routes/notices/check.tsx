import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { bodyNames } from '#app/domain/organisation/seat'
import { NoticeForm } from '#app/domain/proposals/committee-forms.server'
import { listAwaitingNotice } from '#app/domain/proposals/notice-lookup.server'
import { notifyDecisions } from '#app/domain/proposals/notice.server'
import { Chip } from '#app/ui/chip'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { Checkbox } from '#app/ui/form/choices'
import { Hidden, TextArea } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { PlainText } from '#app/ui/text'
import { decisionLabels, decisionTones } from '#app/ui/words'
import { readForm, refuse } from '#app/web/form.server'
import { withNothingChosen } from '#app/web/nothing-chosen'
import { page } from '#app/web/page.server'
import { idsQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

/** What goes out at once, to be read once more. */
export const loader = page(async ({ actor, db, url, form }) => {
  const awaiting = await listAwaitingNotice(db, actor, idsQuery(url, 'chosen'))
  if (awaiting.length === 0) throw redirect(withNothingChosen(paths.notices()))
  return { awaiting, form: await form() }
})

export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, NoticeForm)
  if (!form.ok) return refuse(form)

  const { entries, closeOthers } = form.value
  const outcome = await perform(form, (ctx) =>
    notifyDecisions(ctx, { entries, closeOthers: closeOthers === 1 }),
  )
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.notices(), 'decisionsNotified'))
})

export const meta: MetaFunction = ({ matches }) => titled('結果の通知の確認', matches)

export default function NoticeCheckPage() {
  const { awaiting, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="結果の通知の確認"
      crumbs={[{ href: paths.notices(), label: '結果の通知' }, { label: '確認' }]}
    >
      <ErrorSummary form={form} />
      <p>
        {awaiting.length}
        件の結果を、まとめて通知します。提案者とメンバーにお知らせが届き、判定と理由が全職員に公開されます。取り消すことはできません。
      </p>
      <VerbForm form={form}>
        {awaiting.map((entry, index) => (
          <Entry key={entry.proposalId} form={form} entry={entry} name={`entries[${index}]`} />
        ))}
        <Checkbox
          form={form}
          name="closeOthers"
          label="採用にならなかった提案の手続きを、あわせて終える"
          hint="趣旨採用、今回は見送り、既に実施・計画済みの提案です。あとから1件ずつ終えることもできます。"
        />
        <Actions>
          <Button>{awaiting.length}件の結果を通知する</Button>
          <ButtonLink kind="text" href={paths.notices()}>
            選び直す
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}

type Awaiting = Awaited<ReturnType<typeof useLoaderData<typeof loader>>>['awaiting'][number]

function Entry({ form, entry, name }: { form: FormState; entry: Awaiting; name: string }) {
  const { proposalId, title, receiptNumber, decision, body, reason, implementingDepartmentName } = entry
  return (
    <section className="card form-flow" aria-label={title}>
      <h2 className="text-std-18B-160">
        {receiptNumber}　{title}　<Chip tone={decisionTones[decision]}>{decisionLabels[decision]}</Chip>
      </h2>
      <SummaryList
        rows={[
          { label: '決めたところ', value: body === 'department' ? '担当課' : bodyNames[body] },
          { label: '理由', value: <PlainText text={reason} /> },
          ...(implementingDepartmentName ? [{ label: '実施担当課', value: implementingDepartmentName }] : []),
        ]}
      />
      <Hidden name={`${name}.proposalId`} value={proposalId} />
      <TextArea
        form={form}
        name={`${name}.comment`}
        label="事務局から"
        rows={2}
        readers="全職員に公開されます。"
      />
    </section>
  )
}
