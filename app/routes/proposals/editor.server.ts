import { data } from '@remix-run/node'
import { type Day, fiscalYearOf, monthDay } from '#app/domain/calendar'
import { openThemes } from '#app/domain/campaigns/themes.server'
import type { Db } from '#app/domain/context'
import { together } from '#app/domain/nested.server'
import { findFiscalYear } from '#app/domain/organisation/fiscal-years.server'
import {
  type DepartmentFound,
  departmentsByIds,
  peopleInService,
  type PersonInService,
  searchDepartments,
  searchPeople,
} from '#app/domain/organisation/lookup.server'
import { type ProjectFound, projectsByIds, searchProjects } from '#app/domain/projects/lookup.server'
import type { FormState } from '#app/ui/form/form-state'
import { pickedIds, searchedField, searchText } from '#app/ui/form/search-field'
import {
  type PickField,
  pickFields,
  type PickOption,
  type Picks,
  type ThemeOption,
} from '#app/ui/proposals/picks'
import { paths, withFlash } from '#app/web/paths'
import { departmentOption } from './department-pick.server'

interface Here {
  readonly db: Db
  readonly actor: { readonly today: Day }
}

/** Where each of the form's buttons leads: to the check, back to the draft, or to its photos and documents. */
export function afterSaving(id: number, isKept: boolean, { values }: Pick<FormState, 'values'>): string {
  if (!isKept) return paths.proposalCheck(id)
  const next = values['keep'] === 'attachments' ? paths.proposalAttachments : paths.proposalEdit
  return withFlash(next(id), 'draftSaved')
}

/** What the proposal form needs besides its values, in two statements. */
export async function editorOf(here: Here, form: FormState, proposalId?: number) {
  const { themes, ...chosen } = await together(here.db, {
    themes: openThemes(here.db, here.actor.today),
    ...choiceQueries(here, form),
  })
  return {
    form,
    picks: shown(form, chosen),
    themes: themes.map(({ id, title, closesOn }): ThemeOption => ({
      ...{ id, title },
      until: closesOn === null ? null : `${monthDay(closesOn)}まで`,
    })),
    titleLength: await titleLengthOf(here),
    similarAddress: paths.similarProposals({ proposal: proposalId }),
  }
}

export async function titleLengthOf({ db, actor }: Here): Promise<number> {
  return (await findFiscalYear(db, fiscalYearOf(actor.today))).titleLength
}

/** The form again with what was found; what was typed stays, nothing was saved or refused. */
export async function found(here: Here, form: FormState) {
  const shown = { ...form, errors: {}, formErrors: [] }
  return data({ form: shown, picks: await picksOf(here, shown) })
}

/** The form again with why it was refused. */
export async function refused(
  here: Here,
  { data: body, init }: { data: { form: FormState }; init: ResponseInit | null },
) {
  return data({ ...body, picks: await picksOf(here, body.form) }, init ?? {})
}

async function picksOf(here: Here, form: FormState): Promise<Picks> {
  const chosen = await together(here.db, choiceQueries(here, form))
  const searched = searchedField(form, pickFields)
  if (!searched) return shown(form, chosen)
  return shown(form, chosen, {
    field: searched,
    found: await search[searched](here, searchText(form, searched)),
  })
}

/** The names of what is chosen. */
function choiceQueries({ db, actor }: Here, form: FormState) {
  return {
    targets: departmentsByIds(db, pickedIds(form, 'targetIds'), actor.today),
    projects: projectsByIds(db, pickedIds(form, 'projectIds'), fiscalYearOf(actor.today)),
    coAuthors: peopleInService(db, pickedIds(form, 'coAuthorIds'), actor.today),
  }
}

interface Chosen {
  readonly targets: readonly DepartmentFound[]
  readonly projects: readonly ProjectFound[]
  readonly coAuthors: readonly PersonInService[]
}

function shown(
  form: FormState,
  { targets, projects, coAuthors }: Chosen,
  searched?: { field: PickField; found: PickOption[] },
): Picks {
  const pick = (field: PickField, chosen: PickOption[]) => ({
    query: searchText(form, field),
    chosen,
    results: field === searched?.field ? searched.found : null,
  })
  return {
    targetIds: pick('targetIds', targets.map(departmentOption)),
    projectIds: pick('projectIds', projects.map(projectOption)),
    // In the order of naming, which is the order on the page.
    coAuthorIds: pick(
      'coAuthorIds',
      pickedIds(form, 'coAuthorIds').flatMap((id) =>
        coAuthors.filter((person) => person.id === id).map(personOption),
      ),
    ),
  }
}

const search: Readonly<Record<PickField, (here: Here, text: string) => Promise<PickOption[]>>> = {
  targetIds: async ({ db, actor }, text) =>
    (await searchDepartments(db, text, actor.today)).map(departmentOption),
  projectIds: async ({ db, actor }, text) =>
    (await searchProjects(db, text, fiscalYearOf(actor.today))).map(projectOption),
  coAuthorIds: async ({ db, actor }, text) => (await searchPeople(db, text, actor.today)).map(personOption),
}

function projectOption({ id, name, departmentName }: ProjectFound): PickOption {
  return { value: String(id), label: `${name}（${departmentName}）` }
}

function personOption({ id, name, employeeNumber, departmentName }: PersonInService): PickOption {
  return { value: String(id), label: `${name}（${departmentName} ${employeeNumber}）` }
}
