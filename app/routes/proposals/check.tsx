import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { missingIn } from '#app/domain/proposals/content'
import { findContent } from '#app/domain/proposals/content.server'
import { BareForm } from '#app/domain/bare-form.server'
import { findProposalPage } from '#app/domain/proposals/lookup.server'
import { isLeadAuthor, mayRevise } from '#app/domain/proposals/policy'
import { submitProposal } from '#app/domain/proposals/submission.server'
import { listSimilarSeenBy } from '#app/domain/search/similar.server'
import { Actions, Button, ButtonLink, Refused } from '#app/ui/form/actions'
import { fieldId } from '#app/ui/form/field-id'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { CheckSections, MissingBox } from '#app/ui/proposals/check'
import { proposalLabels } from '#app/ui/proposals/editor'
import { SimilarSection } from '#app/ui/proposals/similar'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'
import { shownSimilar, soughtOf } from './similar.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  const { facts, text, attachments, related } = await findProposalPage(db, actor, id)
  insist(mayRevise(actor, facts))
  const { content, version } = await findContent(db, id)
  const similar = await listSimilarSeenBy(db, actor, soughtOf(id, content))
  return {
    id,
    text,
    leads: isLeadAuthor(actor, facts),
    missing: missingIn(content),
    names: {
      projects: related('project').map(({ id: key, name, detail }) => ({
        id: key,
        name,
        department: detail,
      })),
      targets: related('target').map(({ name }) => name),
    },
    authors: related('author').map(({ name, detail }) => ({ name, department: detail })),
    similar: similar.map(shownSimilar),
    attachments,
    form: await form({}, version),
  }
})

export const action = verb(async ({ request, params, perform }) => {
  const proposalId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => submitProposal(ctx, { proposalId, version: form.version }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.proposal(proposalId), 'proposalSubmitted'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`提案の確認：${data?.text.title ?? ''}`, matches)

export default function CheckPage() {
  const {
    id,
    text,
    leads,
    missing,
    names,
    authors,
    similar,
    attachments,
    form: started,
  } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const changeHref = (field: string) => `${paths.proposalEdit(id)}#${fieldId(field)}`
  return (
    <Page
      title="提案の確認"
      crumbs={[
        { href: paths.proposals(), label: '提案' },
        { href: paths.proposalEdit(id), label: '下書き' },
        { label: '確認' },
      ]}
      meta={<p>まだ送信していません。内容を確かめて、「提出する」を押してください。</p>}
    >
      <ErrorSummary form={form} labels={proposalLabels} />
      <MissingBox missing={missing} changeHref={changeHref} />
      <SimilarSection similar={similar} />
      <CheckSections text={text} names={names} authors={authors} changeHref={changeHref} />
      <Attached attachments={attachments} />
      <p>
        <a href={paths.proposalAttachments(id)} className="nav-link">
          写真と資料を付ける・外す（今{attachments.length}つ）
        </a>
      </p>
      <p>
        提出すると、事務局が受け付けて、担当する課に検討をお願いします。結果とその理由は、必ずお知らせします。提出したあとは、差し戻されるまで内容を変えられません。
      </p>
      <VerbForm form={form}>
        {!leads && <Refused reason="提出できるのは代表の提案者です。">提出する</Refused>}
        <Actions>
          {leads && missing.length === 0 && <Button>提出する</Button>}
          <ButtonLink kind="secondary" href={paths.proposalEdit(id)}>
            下書きに戻って直す
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
