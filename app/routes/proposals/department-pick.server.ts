import type { Day } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import {
  type DepartmentFound,
  listDepartmentsByIds,
  searchDepartments,
} from '#app/domain/organisation/lookup.server'
import type { FormState } from '#app/ui/form/form-state'
import { pickedIds, searchedField, searchText } from '#app/ui/form/search-field'
import type { Picked, PickOption } from '#app/ui/proposals/picks'

interface Here {
  readonly db: Db
  readonly actor: { readonly today: Day }
}

/** A search-and-pick field of departments as the form now stands. */
export async function pickDepartments(
  { db, actor }: Here,
  form: FormState,
  field: string,
  known: readonly DepartmentFound[] = [],
): Promise<Picked> {
  const query = searchText(form, field)
  const chosen = await namesOf(db, pickedIds(form, field), known, actor.today)
  const results = searchedField(form, [field]) ? await searchDepartments(db, query, actor.today) : null
  return { query, chosen: chosen.map(departmentOption), results: results?.map(departmentOption) ?? null }
}

/** Without asking again for what the page has just found. */
async function namesOf(db: Db, ids: readonly number[], known: readonly DepartmentFound[], today: Day) {
  const found = known.filter(({ id }) => ids.includes(id))
  return found.length === ids.length ? found : listDepartmentsByIds(db, ids, today)
}

export function departmentOption({ id, name, bureauName }: DepartmentFound): PickOption {
  return { value: String(id), label: bureauName ? `${name}（${bureauName}）` : name }
}
