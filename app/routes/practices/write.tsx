import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { prepareReport } from '#app/domain/practices/reporting.server'
import { practiceLabels } from '#app/ui/practices/labels'
import { refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths } from '#app/web/paths'
import { titled } from '#app/web/title'
import { verb } from '#app/web/verb.server'
import { WritingPage, writingTitle } from './writing-page'
import { draftOf, loadWriting, readReport, searchedIn, showFound, showRefused } from './writing.server'

export const loader = page(loadWriting)

/** 「確認へ進む」: saves what could be reported as it stands, and shows it once more before it is sent. */
export const action = verb(async ({ actor, request, params, db, perform }) => {
  const form = await readReport(request, db, actor)
  const searched = searchedIn(form)
  if (searched) return showFound(db, actor, form, searched)
  if (!form.ok) return showRefused(db, actor, refuse(form))

  const draft = draftOf(params, form.state)
  const outcome = await perform(form, (ctx) => prepareReport(ctx, { content: form.value, draft }))
  if (!outcome.ok) return showRefused(db, actor, refuse(form, outcome, practiceLabels))

  return redirect(paths.practiceCheck(outcome.value.practiceId))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(writingTitle(data?.id ?? null), matches)

export default function WritePage() {
  return <WritingPage {...useLoaderData<typeof loader>()} />
}
