import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { keepDraft } from '#app/domain/practices/drafting.server'
import { PracticeForm } from '#app/domain/practices/forms.server'
import { practiceLabels } from '#app/ui/practices/labels'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { verb } from '#app/web/verb.server'
import { WritingPage, writingTitle } from './writing-page'
import { draftOf, loadWriting, searchedIn, showFound, showRefused } from './writing.server'

export const loader = page(loadWriting)

/** 「下書きを保存する」: whatever is written so far. */
export const action = verb(async ({ actor, request, params, db, perform }) => {
  const form = await readForm(request, PracticeForm)
  const searched = searchedIn(form)
  if (searched) return showFound(db, actor, form, searched)
  if (!form.ok) return showRefused(db, actor, refuse(form))

  const draft = draftOf(params, form.state)
  const outcome = await perform(form, (ctx) => keepDraft(ctx, { content: form.value, draft }))
  if (!outcome.ok) return showRefused(db, actor, refuse(form, outcome, practiceLabels))

  const { practiceId } = outcome.value
  const next = form.state.values['next'] === 'attachments' ? paths.practiceAttachments : paths.practiceEdit
  return redirect(withFlash(next(practiceId), 'draftKept'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(writingTitle(data?.id ?? null), matches)

export default function KeepPage() {
  return <WritingPage {...useLoaderData<typeof loader>()} keeping />
}
