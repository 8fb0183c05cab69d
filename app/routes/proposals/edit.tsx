import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { findContent } from '#app/domain/proposals/content.server'
import { reviseDraft } from '#app/domain/proposals/drafting.server'
import { findFactsSeenBy } from '#app/domain/proposals/facts.server'
import { editForm, valuesOf } from '#app/domain/proposals/forms.server'
import { mayDiscard, mayRevise } from '#app/domain/proposals/policy'
import { findEarlierSeenBy } from '#app/domain/proposals/related-links.server'
import { DraftExpiry } from '#app/ui/draft-expiry'
import { ErrorSummary } from '#app/ui/form/form'
import { searchedField } from '#app/ui/form/search-field'
import { Page } from '#app/ui/page'
import { EarlierBeside } from '#app/ui/proposals/earlier'
import { ProposalEditor, proposalLabels } from '#app/ui/proposals/editor'
import { pickFields, type Picks } from '#app/ui/proposals/picks'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { afterSaving, editorOf, found, refused, titleLengthOf } from './editor.server'

export const loader = page(async (args) => {
  const id = idParam(args.params, 'id')
  const facts = await findFactsSeenBy(args.db, args.actor, id)
  insist(mayRevise(args.actor, facts))
  const { content, version, expiresOn } = await findContent(args.db, id)
  return {
    id,
    saved: content,
    expiresOn,
    earlier: await findEarlierSeenBy(args.db, args.actor, id),
    mayDiscard: mayDiscard(args.actor, facts).ok,
    ...(await editorOf(args, await args.form(valuesOf(content), version), id)),
  }
})

/** Saving needs no one-time key: the version tells a second sending, and the same text twice is one save. */
export const action = verb(async (args) => {
  const id = idParam(args.params, 'id')
  const form = await readForm(args.request, editForm(await titleLengthOf(args)))
  if (searchedField(form.state, pickFields)) return found(args, form.state)
  if (!form.ok) return refused(args, refuse(form))

  const { content, keep } = form.value
  const outcome = await args.perform({ key: '' }, (ctx) =>
    reviseDraft(ctx, { proposalId: id, version: form.version, content }),
  )
  if (!outcome.ok) return refused(args, refuse(form, outcome, proposalLabels))

  return redirect(afterSaving(id, keep, form.state))
})

export const meta: MetaFunction = ({ matches }) => titled('提案の下書き', matches)

export default function EditProposal() {
  const {
    id,
    form: started,
    picks,
    mayDiscard,
    saved,
    earlier,
    expiresOn,
    ...editor
  } = useLoaderData<typeof loader>()
  const again = useActionData<{ picks?: Picks }>()
  const form = useForm(started)
  return (
    <Page
      title="提案を書く"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.proposals(), label: '提案' },
        { label: '下書き' },
      ]}
    >
      <ErrorSummary form={form} labels={proposalLabels} />
      <DraftExpiry expiresOn={expiresOn} keepHref={paths.proposalKeeping(id)} />
      <EarlierBeside earlier={earlier} now={saved} />
      <ProposalEditor
        {...editor}
        form={form}
        picks={again?.picks ?? picks}
        autosave={paths.proposalDraft(id)}
        discardHref={mayDiscard ? paths.proposalDiscard(id) : undefined}
      />
    </Page>
  )
}
