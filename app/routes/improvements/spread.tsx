import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { reportSpread } from '#app/domain/improvements/copying.server'
import { SpreadForm } from '#app/domain/improvements/forms.server'
import { findShelved } from '#app/domain/improvements/lookup.server'
import { maySpread } from '#app/domain/improvements/spread'
import { findOwnSpread } from '#app/domain/improvements/spread-lookup.server'
import { recordSpread } from '#app/domain/improvements/spreading.server'
import { departmentIds, mainAppointment } from '#app/domain/organisation/actor'
import { listProjectsOfDepartments } from '#app/domain/projects/lookup.server'
import { ErrorSummary } from '#app/ui/form/form'
import { SpreadFields, spreadLabels } from '#app/ui/improvements/spread'
import { Page } from '#app/ui/page'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, params, today, form }) => {
  const id = idParam(params, 'id')
  const improvement = await findShelved(db, id)
  insist(maySpread(actor, improvement))
  const found = await findOwnSpread(db, actor, id)
  const own = found?.state === 'cancelled' ? undefined : found
  const projects = await listProjectsOfDepartments(db, departmentIds(actor), today)
  return {
    ...{ id, title: improvement.title, isDone: own?.state === 'done', isBegun: own !== undefined },
    departmentName: mainAppointment(actor)?.departmentName ?? '',
    projects: projects.map(({ id: value, name }) => ({ value: String(value), label: name })),
    form: await form({
      ...{ state: own?.state ?? 'wanted', plannedFor: own?.plannedFor ?? '', note: own?.note ?? '' },
      ...{ reason: own?.reason ?? '', projectId: own?.projectId ? String(own.projectId) : '' },
    }),
  }
})

/** 「実施した」 goes on to the department's own report, in which everything is written already. */
export const action = verb(async ({ request, params, perform }) => {
  const form = await readForm(request, SpreadForm)
  if (!form.ok) return refuse(form)

  const improvementId = idParam(params, 'id')
  const { state, ...text } = form.value
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
          cancelHref={isBegun ? paths.spreadCancellation(id) : undefined}
        />
      )}
    </Page>
  )
}
