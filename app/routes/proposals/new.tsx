import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { emptyContent } from '#app/domain/proposals/content'
import { editForm, valuesOf } from '#app/domain/proposals/forms.server'
import { ErrorSummary } from '#app/ui/form/form'
import { searchedField } from '#app/ui/form/search-field'
import { Page } from '#app/ui/page'
import { ProposalEditor, proposalLabels } from '#app/ui/proposals/editor'
import { pickFields, type Picks } from '#app/ui/proposals/picks'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { afterSaving, editorOf, found, refused, titleLengthOf } from './editor.server'
import { keepNewDraft } from './new-draft.server'

export const loader = page(async (args) => editorOf(args, await args.form(valuesOf(emptyContent))))

export const action = verb(async (args) => {
  const form = await readForm(args.request, editForm(await titleLengthOf(args)))
  if (searchedField(form.state, pickFields)) return found(args, form.state)
  if (!form.ok) return refused(args, refuse(form))

  const { content, keep } = form.value
  const outcome = await keepNewDraft(args, form, content)
  if (!outcome.ok) return refused(args, refuse(form, outcome, proposalLabels))

  const { proposalId } = outcome.value
  return redirect(afterSaving(proposalId, keep, form.state))
})

export const meta: MetaFunction = ({ matches }) => titled('提案を書く', matches)

export default function NewProposal() {
  const { form: started, picks, ...editor } = useLoaderData<typeof loader>()
  const again = useActionData<{ picks?: Picks }>()
  const form = useForm(started)
  return (
    <Page
      title="提案を書く"
      crumbs={[
        { href: paths.home(), label: 'ホーム' },
        { href: paths.proposals(), label: '提案' },
        { label: '新しい提案' },
      ]}
    >
      <ErrorSummary form={form} labels={proposalLabels} />
      <ProposalEditor
        {...editor}
        form={form}
        picks={again?.picks ?? picks}
        autosave={paths.newProposalDraft()}
      />
    </Page>
  )
}
