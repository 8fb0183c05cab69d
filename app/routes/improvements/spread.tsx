import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Db } from '#app/domain/context'
import { insist } from '#app/domain/errors'
import { reportSpread, tieReport } from '#app/domain/improvements/copying.server'
import { SpreadForm } from '#app/domain/improvements/forms.server'
import { findShelved } from '#app/domain/improvements/lookup.server'
import { maySpread } from '#app/domain/improvements/spread'
import { findOwnSpread } from '#app/domain/improvements/spread-lookup.server'
import { recordSpread } from '#app/domain/improvements/spreading.server'
import { type Actor, departmentIds, mainAppointment } from '#app/domain/organisation/actor'
import { findPracticeSeenBy } from '#app/domain/practices/lookup.server'
import { mayReport } from '#app/domain/practices/policy'
import { listProjectsOfDepartments } from '#app/domain/projects/lookup.server'
import { ErrorSummary } from '#app/ui/form/form'
import { SpreadFields, spreadLabels } from '#app/ui/improvements/spread'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam, numberQuery } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, today, url, form }) => {
  const id = idParam(params, 'id')
  const improvement = await findShelved(db, id)
  insist(maySpread(actor, improvement))
  const found = await findOwnSpread(db, actor, id)
  const own = found?.state === 'cancelled' ? undefined : found
  const report = await findReport(db, actor, numberQuery(url, 'report'))
  const projects = await listProjectsOfDepartments(db, departmentIds(actor), today)
  return {
    ...{ id, title: improvement.title, isDone: own?.state === 'done', isBegun: own !== undefined },
    departmentName: mainAppointment(actor)?.departmentName ?? '',
    projects: projects.map(({ id: value, name }) => ({ value: String(value), label: name })),
    report,
    form: await form({
      ...{ plannedFor: own?.plannedFor ?? '', note: own?.note ?? '', reason: own?.reason ?? '' },
      state: report ? 'done' : (own?.state ?? 'wanted'),
      projectId: String(own?.projectId ?? report?.projectId ?? ''),
    }),
  }
})

/** The report from whose check page somebody comes, who copied this improvement. */
async function findReport(db: Db, actor: Actor, practiceId: number | undefined) {
  if (practiceId === undefined) return null
  const { facts, report, projects } = await findPracticeSeenBy(db, actor, practiceId)
  insist(mayReport(actor, facts))
  return { id: practiceId, title: report.title, projectId: projects[0]?.id }
}

/** 「実施した」 goes on to the department's own report, in which everything is written already. */
export const action = verb(async ({ request, params, url, perform }) => {
  const form = await readForm(request, SpreadForm)
  if (!form.ok) return refuse(form)

  const improvementId = idParam(params, 'id')
  const { state, ...text } = form.value
  const practiceId = numberQuery(url, 'report')
  if (state === 'done' && practiceId !== undefined) {
    const tied = await perform(form, (ctx) => tieReport(ctx, { improvementId, practiceId, ...text }))
    if (!tied.ok) return refuse(form, tied)
    return redirect(withFlash(paths.practiceCheck(practiceId), 'spreadTied'))
  }
  if (state === 'done') {
    const reported = await perform(form, (ctx) => reportSpread(ctx, { improvementId, ...text }))
    if (!reported.ok) return refuse(form, reported)
    return redirect(withFlash(paths.practiceEdit(reported.value.practiceId), 'spreadReported'))
  }
  const outcome = await perform(form, (ctx) => recordSpread(ctx, { improvementId, state, ...text }))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.improvement(improvementId), 'spreadRecorded'))
})

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  titled(`うちの課でもやる：${data?.title ?? ''}`, matches)

export default function SpreadPage() {
  const {
    id,
    title,
    departmentName,
    isDone,
    isBegun,
    projects,
    report,
    form: started,
  } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="うちの課でもやる"
      crumbs={[
        { href: paths.improvements(), label: '改善事例' },
        { href: paths.improvement(id), label: title },
        { label: 'うちの課でもやる' },
      ]}
      meta={<p>{departmentName}として記録します。すでにだれかが記録していれば、それに加わります。</p>}
    >
      <ErrorSummary form={form} labels={spreadLabels} />
      {isDone ? (
        <p>{departmentName}は、この改善をすでに取り入れています。</p>
      ) : (
        <SpreadFields
          form={form}
          projects={projects}
          doneHint={
            report
              ? `書きかけの報告「${report.title}」が、この改善をまねた報告になります。課長が確認すると、事務事業の改善として数えられます。`
              : 'もとの内容を写した報告の下書きを作ります。課長が確認すると、事務事業の改善として数えられます。'
          }
          cancelHref={isBegun ? paths.spreadCancellation(id) : undefined}
        />
      )}
    </Page>
  )
}
