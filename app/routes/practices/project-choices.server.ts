import { type Day, fiscalYearOf } from '#app/domain/calendar'
import type { Db } from '#app/domain/context'
import {
  listProjectsByIds,
  searchProjects,
  listProjectsOfDepartments,
  type ProjectFound,
} from '#app/domain/projects/lookup.server'
import type { FormState } from '#app/ui/form/form-state'
import { pickedIds, searchText } from '#app/ui/form/search-field'
import type { ProjectChoices } from '#app/ui/practices/project-pick'

/** The projects to pick from for a department's report: its own first, others by searching. */
export async function listProjectChoices(
  db: Db,
  today: Day,
  departmentIds: readonly number[],
  form: FormState,
  searched: string | null,
): Promise<ProjectChoices> {
  const fiscalYear = fiscalYearOf(today)
  const own = await listProjectsOfDepartments(db, departmentIds, today)
  const found = searched === null ? null : await searchProjects(db, searchText(form, searched), fiscalYear)
  return {
    ownProjects: own.map(({ id, name }) => ({ value: String(id), label: name })),
    otherProjects: (await listProjectsByIds(db, pickedIds(form, 'otherProjectIds'), fiscalYear)).map(option),
    found: found && found.filter(({ id }) => !own.some((project) => project.id === id)).map(option),
  }
}

function option({ id, name, departmentName }: ProjectFound) {
  return { value: String(id), label: `${name}（${departmentName}）` }
}
