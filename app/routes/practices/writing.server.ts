import { data } from '@remix-run/node'
import { fiscalYearOf } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import { insist } from '#app/domain/errors'
import { together } from '#app/domain/nested.server'
import { type Actor, departmentIds } from '#app/domain/organisation/actor'
import { findFiscalYear } from '#app/domain/organisation/fiscal-years.server'
import { peopleInService, type PersonInService, searchPeople } from '#app/domain/organisation/lookup.server'
import { findContent } from '#app/domain/practices/content.server'
import { findPracticeFactsSeenBy } from '#app/domain/practices/facts.server'
import { HalfTypedPracticeForm, PracticeForm, valuesOf } from '#app/domain/practices/forms.server'
import { emptyContent, type PracticeContent } from '#app/domain/practices/content'
import { mayDraft, mayRevise } from '#app/domain/practices/policy'
import { listMissing } from '#app/domain/practices/reporting.server'
import {
  listProjectsOfDepartments,
  type ProjectFound,
  projectsByIds,
  searchProjects,
} from '#app/domain/projects/lookup.server'
import type { FormState } from '#app/ui/form/form-state'
import { type Pickable, practiceLabels } from '#app/ui/practices/labels'
import { type ReadForm, readForm, type refuse } from '#app/web/form.server'
import type { PageArgs } from '#app/web/page.server'
import { idParam, numberQuery } from '#app/web/params'
import { pickedIds, searchedField, searchText } from '#app/ui/form/search-field'

const searchable = ['otherProjectIds', 'memberIds']

/** The page on which a report is written, new or a draft; every verb on it shows it again when it is refused. */
export async function loadWriting({ actor, db, today, params, url, form }: PageArgs) {
  const { titleLength } = await findFiscalYear(db, fiscalYearOf(today))
  const written = params['id'] === undefined ? null : await findWritten(db, actor, idParam(params, 'id'))
  if (!written) insist(mayDraft(actor))
  const content = written?.content ?? { ...emptyContent, projectIds: projectInAddress(url) }
  const own = await listOwnProjects(db, actor)
  const state = await form(
    valuesOf(
      content,
      own.map(({ id }) => id),
    ),
    written?.version,
  )
  return {
    id: written?.id ?? null,
    expiresOn: written?.expiresOn ?? null,
    titleLength,
    form: state,
    choices: await choicesOf(db, actor, state, null, own),
  }
}

export type Choices = Awaited<ReturnType<typeof choicesOf>>

/** Reads the form together with what a report still lacks, so that everything to correct is shown at once. */
export async function readReport(request: Request, db: Db, actor: Actor): Promise<ReadForm<PracticeContent>> {
  const halfTyped = await readForm(request.clone(), HalfTypedPracticeForm)
  const form = await readForm(request, PracticeForm)
  const content = form.ok ? form.value : halfTyped.ok ? halfTyped.value : null
  const missing = content ? await listMissing(db, content, actor.today) : []
  if (missing.length === 0) return form
  const lacking = Object.fromEntries(missing.map(({ field, message }) => [field, [message]]))
  return {
    ok: false,
    state: { ...form.state, errors: inOrderOfTheForm({ ...lacking, ...form.state.errors }) },
  }
}

/** The box of a search-and-pick field that was meant instead of the form's verb, if any. */
export function searchedIn({ state }: ReadForm<unknown>): string | null {
  return searchedField(state, searchable)
}

/** The same page with what was found, and nothing held against what is not filled in yet. */
export async function showFound(db: Db, actor: Actor, { state }: ReadForm<unknown>, searched: string) {
  const form = { ...state, errors: {}, formErrors: [] }
  return data({ form, choices: await choicesOf(db, actor, form, searched) })
}

/** The same page with what was typed, what is wrong with it, and the names of what was picked. */
export async function showRefused(db: Db, actor: Actor, refusal: ReturnType<typeof refuse>) {
  const { form } = refusal.data
  return data({ form, choices: await choicesOf(db, actor, form, null) }, refusal.init ?? {})
}

/** The draft that the form is about: of the address, or one that was saved while the new form was being typed. */
export function draftOf(params: PageArgs['params'], form: Pick<FormState, 'values' | 'version'>) {
  const id = params['id'] === undefined ? pickedIds(form, 'practiceId')[0] : idParam(params, 'id')
  return id === undefined ? null : { practiceId: id, version: form.version ?? 0 }
}

/** From the page of a project that has no improvement yet, the report is begun for it. */
function projectInAddress(url: URL): number[] {
  const projectId = numberQuery(url, 'project')
  return projectId === undefined ? [] : [projectId]
}

async function findWritten(db: Db, actor: Actor, id: number) {
  insist(mayRevise(actor, await findPracticeFactsSeenBy(db, actor, id)))
  return { id, ...(await findContent(db, id)) }
}

async function choicesOf(
  db: Db,
  actor: Actor,
  form: FormState,
  searched: string | null,
  known?: readonly ProjectFound[],
) {
  const fiscalYear = fiscalYearOf(actor.today)
  const own = known ?? (await listOwnProjects(db, actor))
  const { members, others } = await together(db, {
    members: peopleInService(db, pickedIds(form, 'memberIds'), actor.today),
    others: projectsByIds(db, pickedIds(form, 'otherProjectIds'), fiscalYear),
  })
  const text = searched === null ? '' : searchText(form, searched)
  const found =
    searched === 'memberIds'
      ? (await searchPeople(db, text, actor.today))
          .filter(({ id }) => id !== actor.personId)
          .map(personOption)
      : searched === 'otherProjectIds'
        ? (await searchProjects(db, text, fiscalYear)).filter(isNoneOf(own)).map(projectOption)
        : null
  return {
    ownProjects: own.map(({ id, name }): Pickable => ({ value: String(id), label: name })),
    otherProjects: others.map(projectOption),
    members: members.map(personOption),
    searched,
    found,
  }
}

function listOwnProjects(db: Db, actor: Actor): Promise<ProjectFound[]> {
  return listProjectsOfDepartments(db, departmentIds(actor), actor.today)
}

function isNoneOf(own: readonly ProjectFound[]) {
  return ({ id }: ProjectFound) => !own.some((project) => project.id === id)
}

function personOption({ id, name, employeeNumber, departmentName }: PersonInService): Pickable {
  return { value: String(id), label: `${name}（${departmentName}　${employeeNumber}）` }
}

function projectOption({ id, name, departmentName }: ProjectFound): Pickable {
  return { value: String(id), label: `${name}（${departmentName}）` }
}

function inOrderOfTheForm(errors: FormState['errors']): FormState['errors'] {
  const names = Object.keys(practiceLabels)
  return Object.fromEntries(Object.entries(errors).sort(([a], [b]) => names.indexOf(a) - names.indexOf(b)))
}
