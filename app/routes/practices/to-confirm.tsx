import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { listHeirs } from '#app/domain/organisation/heirs.server'
import { confirmPractices } from '#app/domain/practices/confirmation.server'
import { BulkConfirmationForm } from '#app/domain/practices/forms.server'
import { listReportsToConfirm, mostToConfirm } from '#app/domain/practices/listing.server'
import { mayConfirmReports } from '#app/domain/practices/policy'
import { listProjectsOfDepartments } from '#app/domain/projects/lookup.server'
import { Empty } from '#app/ui/empty'
import { Actions, Button } from '#app/ui/form/actions'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import type { FormState } from '#app/ui/form/form-state'
import { Page } from '#app/ui/page'
import { WaitingReport } from '#app/ui/practices/waiting-report'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'

export const loader = page(async ({ actor, db, today, form }) => {
  insist(mayConfirmReports(actor))
  const reports = await listReportsToConfirm(db, actor)
  const unsure = reports.filter(({ projectUnknown }) => projectUnknown === 1)
  const heirs = await listHeirs(db, [...new Set(unsure.map(({ departmentId }) => departmentId))], today)
  const projects = await listProjectsOfDepartments(
    db,
    [...new Set([...heirs.values()].flatMap((those) => those.map(({ id }) => id)))],
    today,
  )
  return {
    today,
    reports: reports.map((report) => ({
      ...report,
      ownIds: [report.departmentId, ...(heirs.get(report.departmentId) ?? []).map(({ id }) => id)],
    })),
    projects: projects.map(({ id, name, departmentId }) => ({ id, name, departmentId })),
    mostToConfirm,
    form: await form(),
  }
})

/** 「選んだ報告を確認する」: all that are ticked, or none. */
export const action = verb(async ({ request, perform }) => {
  const form = await readForm(request, BulkConfirmationForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => confirmPractices(ctx, form.value))
  if (!outcome.ok) return refuse(form, outcome)

  return redirect(withFlash(paths.practicesToConfirm(), 'practicesConfirmed'))
})

export const meta: MetaFunction = ({ matches }) => titled('確認する報告', matches)

export default function ToConfirmPage() {
  const { today, reports, projects, mostToConfirm: most, form: started } = useLoaderData<typeof loader>()
  const form = useForm(started)
  return (
    <Page
      title="確認する報告"
      heading={`確認する報告（${reports.length}件${reports.length === most ? '以上' : ''}）`}
    >
      <ErrorSummary form={form} />
      {reports.length === 0 ? (
        <Empty>確認を待っている報告はありません。</Empty>
      ) : (
        <VerbForm form={form}>
          <p>まとめて確認できます。理由は要りません。ひとことを添えると、報告した人と全職員が読めます。</p>
          <ul className="rows">
            {numbered(reports, form).map(({ report, at }) => (
              <WaitingReport
                key={report.id}
                form={form}
                name={`reports[${at}]`}
                report={report}
                href={paths.practice(report.id)}
                today={today}
                projects={projects.filter(({ departmentId }) => report.ownIds.includes(departmentId))}
              />
            ))}
          </ul>
          <Actions>
            <Button>選んだ報告を確認する</Button>
          </Actions>
        </VerbForm>
      )}
    </Page>
  )
}

/**
 * The number of each row in the form. A report keeps the one it was sent with, so that what was written beside it stays
 * with it even when the list has changed meanwhile.
 */
function numbered<Report extends { id: number }>(reports: readonly Report[], { values }: FormState) {
  const sent = new Map<string, number>()
  for (let at = 0; at < 100; at += 1) {
    const id = values[`reports[${at}].report`]
    if (typeof id === 'string') sent.set(id, at)
  }
  let free = Math.max(-1, ...sent.values())
  return reports.map((report) => ({ report, at: sent.get(String(report.id)) ?? (free += 1) }))
}
