import { data, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { insist } from '#app/domain/errors'
import { confirmPractices } from '#app/domain/practices/confirmation.server'
import { ConfirmationForm } from '#app/domain/practices/forms.server'
import { findPracticeSeenBy } from '#app/domain/practices/lookup.server'
import { mayConfirm } from '#app/domain/practices/policy'
import { Actions, Button, ButtonLink } from '#app/ui/form/actions'
import { TextArea } from '#app/ui/form/fields'
import { ErrorSummary, VerbForm } from '#app/ui/form/form'
import { searchedField } from '#app/ui/form/search-field'
import { Page } from '#app/ui/page'
import { type ProjectChoices, ProjectPick } from '#app/ui/practices/project-pick'
import { PracticeSummary } from '#app/ui/practices/practice-summary'
import { readForm, refuse } from '#app/web/form.server'
import { page } from '#app/web/page.server'
import { idParam } from '#app/web/params'
import { paths, withFlash } from '#app/web/paths'
import { titled } from '#app/web/title'
import { useForm } from '#app/web/use-form'
import { verb } from '#app/web/verb.server'
import { Attached } from '../attachments/attached'
import { listProjectChoices } from './project-choices.server'

export const loader = page(async ({ actor, db, params, form }) => {
  const id = idParam(params, 'id')
  const { facts, report, people, projects, attachments } = await findPracticeSeenBy(db, actor, id)
  insist(mayConfirm(actor, facts))
  const state = await form({}, facts.version)
  return {
    id,
    report,
    people: people.map(({ name }) => name),
    projects: projects.map(({ name }) => name),
    attachments,
    form: state,
    choices: facts.projectUnknown
      ? await listProjectChoices(db, actor.today, facts.departmentIds, state, null)
      : null,
  }
})

/** 「確認する」: the report goes on the shelf and counts for its projects. */
export const action = verb(async ({ actor, request, params, db, perform }) => {
  const practiceId = idParam(params, 'id')
  const form = await readForm(request, ConfirmationForm)
  const choicesFor = async (state: typeof form.state, searched: string | null) => {
    const { facts } = await findPracticeSeenBy(db, actor, practiceId)
    return facts.projectUnknown
      ? listProjectChoices(db, actor.today, facts.departmentIds, state, searched)
      : null
  }
  const refused = async (refusal: ReturnType<typeof refuse>) =>
    data({ ...refusal.data, choices: await choicesFor(refusal.data.form, null) }, refusal.init ?? {})

  const searched = searchedField(form.state, ['otherProjectIds'])
  if (searched) {
    const state = { ...form.state, errors: {}, formErrors: [] }
    return data({ form: state, choices: await choicesFor(state, searched) })
  }
  if (!form.ok) return refused(refuse(form))

  const outcome = await perform(form, (ctx) => confirmPractices(ctx, [{ practiceId, ...form.value }]))
  if (!outcome.ok) return refused(refuse(form, outcome))

  return redirect(withFlash(paths.practicesToConfirm(), 'practiceConfirmed'))
})

export const meta: MetaFunction = ({ matches }) => titled('報告を確認する', matches)

export default function ConfirmationPage() {
  const {
    id,
    report,
    people,
    projects,
    attachments,
    form: started,
    choices: first,
  } = useLoaderData<typeof loader>()
  const form = useForm(started)
  const choices = useActionData<{ choices?: ProjectChoices | null }>()?.choices ?? first
  return (
    <Page
      title="報告を確認する"
      meta={
        <p>
          {report.receiptNumber}　{report.departmentName}　{people[0]}
        </p>
      }
    >
      <ErrorSummary form={form} />
      <PracticeSummary practice={report} projects={projects} people={people.slice(1)} empty="なし" />
      <Attached attachments={attachments} />
      <VerbForm form={form} searches={choices !== null}>
        {choices && <ProjectPick form={form} choices={choices} />}
        <TextArea
          form={form}
          name="headComment"
          label="ひとこと"
          rows={2}
          hint="よかったところや、ほかの課にも広がりそうなところを書くと、報告した人の励みになります。"
          readers="全職員に公開されます"
        />
        <Actions>
          <Button>確認する</Button>
          <ButtonLink kind="secondary" href={paths.practiceReturn(id)}>
            差し戻す
          </ButtonLink>
        </Actions>
      </VerbForm>
    </Page>
  )
}
