import { data } from '@remix-run/node'
import { type Day, fiscalYearOf, monthDay } from '#app/domain/calendar'
import { listOpenThemes } from '#app/domain/campaigns/themes.server'
import type { Db } from '#app/domain/context'
import { findFiscalYear } from '#app/domain/organisation/fiscal-years.server'
import {
  listDepartmentsByIds,
  listPeopleInService,
  searchDepartments,
  searchPeople,
} from '#app/domain/organisation/lookup.server'
import { listProjectsByIds, searchProjects } from '#app/domain/projects/lookup.server'
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

/** What the proposal form needs besides its values. */
export async function editorOf(here: Here, form: FormState) {
  const themes = await listOpenThemes(here.db, here.actor.today)
  return {
    form,
    picks: await picksOf(here, form),
    themes: themes.map(({ id, title, closesOn }): ThemeOption => ({
      ...{ id, title },
      until: closesOn === null ? null : `${monthDay(closesOn)}まで`,
    })),
    titleLength: await titleLengthOf(here),
    similarAddress: paths.similarProposals(),
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
  const searched = searchedField(form, pickFields)
  const pick = async (field: PickField) => {
    const query = searchText(form, field)
    return {
      query,
      chosen: await sources[field].chosen(here, pickedIds(form, field)),
      results: field === searched ? await sources[field].search(here, query) : null,
    }
  }
  return {
    targetIds: await pick('targetIds'),
    projectIds: await pick('projectIds'),
    coAuthorIds: await pick('coAuthorIds'),
  }
}

interface Source {
  chosen(here: Here, ids: readonly number[]): Promise<PickOption[]>
  search(here: Here, text: string): Promise<PickOption[]>
}

const sources: Readonly<Record<PickField, Source>> = {
  targetIds: {
    chosen: async ({ db }, ids) => (await listDepartmentsByIds(db, ids)).map(departmentOption),
    search: async ({ db, actor }, text) =>
      (await searchDepartments(db, text, actor.today)).map(departmentOption),
  },
  projectIds: {
    chosen: async ({ db, actor }, ids) =>
      (await listProjectsByIds(db, ids, fiscalYearOf(actor.today))).map(projectOption),
    search: async ({ db, actor }, text) =>
      (await searchProjects(db, text, fiscalYearOf(actor.today))).map(projectOption),
  },
  coAuthorIds: {
    chosen: async ({ db, actor }, ids) => {
      const people = await listPeopleInService(db, ids, actor.today)
      // In the order of naming, which is the order on the page.
      return ids.flatMap((id) => people.filter((person) => person.id === id).map(personOption))
    },
    search: async ({ db, actor }, text) => (await searchPeople(db, text, actor.today)).map(personOption),
  },
}

function projectOption({ id, name, departmentName }: { id: number; name: string; departmentName: string }) {
  return { value: String(id), label: `${name}（${departmentName}）` }
}

function personOption(person: { id: number; name: string; employeeNumber: string; departmentName: string }) {
  const { id, name, employeeNumber, departmentName } = person
  return { value: String(id), label: `${name}（${departmentName} ${employeeNumber}）` }
}
