import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { BareForm } from '#app/domain/bare-form.server'
import { contentOf, findPracticeSeenBy } from '#app/domain/practices/lookup.server'
import { mayReport } from '#app/domain/practices/policy'
import { listMissing, reportPractice } from '#app/domain/practices/reporting.server'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { fieldId } from '#app/ui/form/field-id'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { Page } from '#app/ui/page'
import { practiceLabels } from '#app/ui/practices/labels'
import { PracticeSummary } from '#app/ui/practices/practice-summary'
import { Origin, SimilarCases } from '#app/ui/practices/similar-cases'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'
import { listShownCases } from './similar-cases.server'

export const loader = page(async ({ actor, db, today, params, form }) => {
  const id = idParam(params, 'id')
  const found = await findPracticeSeenBy(db, actor, id)
  const { facts, report, people, projects, attachments } = found
  insist(mayReport(actor, facts))
  const content = contentOf(found)
  return {
    id,
    report,
    similar: await listShownCases(db, actor, { id, content, originId: report.originId }),
    projects: projects.map(({ name }) => name),
    people: people.slice(1).map(({ name }) => name),
    attachments,
    missing: await listMissing(db, content, today),
    form: await form({}, facts.version),
  }
})

/** 「報告する」: sends what was shown, and nothing else. */
export const action = verb(async ({ request, params, perform }) => {
  const practiceId = idParam(params, 'id')
  const form = await readForm(request, BareForm)
  if (!form.ok) return refuse(form)

  const outcome = await perform(form, (ctx) => reportPractice(ctx, { practiceId, version: form.version }))
  if (!outcome.ok) return refuse(form, outcome, practiceLabels)

  return redirect(withFlash(paths.practice(practiceId), 'practiceReported'))
})

export const meta: MetaFunction = ({ matches }) => titled('報告する内容の確認', matches)

export default function CheckPage() {
  const {
    id,
    report,
    similar,
    projects,
    people,
    attachments,
    missing,
    form: started,
  } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const changeHref = (field: string) => `${paths.practiceEdit(id)}#${fieldId(field)}`
  return (
    <Page
      title="報告する内容の確認"
      meta={<p>まだ送信していません。内容を確かめて、「報告する」を押してください。</p>}
    >
      <ErrorSummary form={form} labels={practiceLabels} />
      {missing.length > 0 && (
        <section className="card flow">
          <h2>報告する前に直してください（{missing.length}件）</h2>
          <ul>
            {missing.map(({ field, message }) => (
              <li key={field}>
                <a href={changeHref(field)}>{message}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {report.originId !== null && (
        <Origin
          title={report.originTitle ?? ''}
          href={paths.improvement(report.originId)}
          cancelHref={paths.spread(report.originId)}
        />
      )}
      <SimilarCases cases={similar} />
      <PracticeSummary practice={report} projects={projects} people={people} changeHref={changeHref} />
      <Attached attachments={attachments} />
      <p>
        <a href={paths.practiceAttachments(id)} className="nav-link">
          写真と資料を付ける・外す（今{attachments.length}つ）
        </a>
      </p>
      <p>
        報告すると、すぐに同じ課の人が読めます。確認のあとは改善事例に載り、報告した人の名前とともに全職員に公開されます。
      </p>
      <VerbForm form={form}>
        <Actions>
          {missing.length === 0 && <Button>報告する</Button>}
          <ButtonLink kind="secondary" href={paths.practiceEdit(id)}>
            内容を直す
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
