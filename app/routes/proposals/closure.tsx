import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { ClosureForm } from '#app/domain/proposals/committee-forms.server'
import { mayClose } from '#app/domain/proposals/committee-policy'
import { findSubject } from '#app/domain/proposals/consideration-subject.server'
import { findProposalPage } from '#app/domain/proposals/lookup.server'
import { closeProposal } from '#app/domain/proposals/notice.server'
import { Actions, Button } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { DecisionSection } from '#app/ui/proposals/decision-section'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const proposalId = idParam(params, 'id')
  const { facts, decision } = await findProposalPage(db, actor, proposalId)
  insist(mayClose(actor, facts, decision?.decision ?? null))
  return { subject: await findSubject(db, proposalId), decision, form: await form() }
})

export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, ClosureForm)
  if (!form.ok) return refuse(form)

  const proposalId = idParam(params, 'id')
  const outcome = await perform(form, (ctx) => closeProposal(ctx, { proposalId, ...form.value }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'proposalClosed'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`手続きを終える：${data?.subject.title ?? ''}`, matches)

export default function ClosurePage() {
  const { subject, decision, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title={`手続きを終える：${subject.title}`}
      crumbs={[
        { href: paths.proposal(subject.id), label: subject.receiptNumber ?? '提案' },
        { label: '手続きを終える' },
      ]}
    >
      <ErrorSummary form={form} />
      <DecisionSection
        decision={decision}
        hold={null}
        referrals={[]}
        projectHrefOf={(id) => paths.project(id)}
      />
      <VerbForm form={form}>
        <p>この提案の手続きを終えます。提案者は、内容を見直して再提案できます。</p>
        <TextArea
          form={form}
          name="reason"
          label="終了にする理由"
          rows={3}
          readers="全職員に公開されます。"
        />
        <Actions>
          <Button>手続きを終える</Button>
        </Actions>
      </VerbForm>
    </Page>
  )
}
