import { fiscalYearOf } from '#app/domain/calendar'
import { mayReadHandover } from '#app/domain/organisation/policy'
import { sectionsAlong } from '#app/domain/reorganisation/bureaus'
import { countOpenWork, listPeople } from '#app/domain/reorganisation/moves.server'
import { listProjectMoves } from '#app/domain/reorganisation/projects.server'
import { lineInWords, withoutHead } from '#app/domain/reorganisation/lines'
import {
  firstYearOf,
  lineLabels,
  type Reorganisation,
  stateOf,
} from '#app/domain/reorganisation/reorganisation'
import { faultsOf, findSurroundings } from '#app/domain/reorganisation/surroundings.server'
import type { MovedWorkRow } from '#app/ui/admin/moved-work'
import type { PageArgs } from '#app/web/page.server'
import { paths } from '#app/web/paths'

/** All that the check of a plan shows: what moves, what is missing, and why it cannot be scheduled. */
export async function loadMoves({ actor, db, today }: PageArgs, plan: Reorganisation) {
  const isDraft = stateOf(plan, today) === 'draft'
  const work = await countOpenWork(db, plan, today)
  const projects = await listProjectMoves(db, plan)
  const people = await listPeople(db, plan)
  const surroundings = await findSurroundings(db, plan, today)
  const firstYear = firstYearOf(plan.effectiveOn)
  const isOpen = ({ later }: (typeof projects)[number]) => later === null
  const waits = ({ fiscalYear, former, later }: (typeof projects)[number]) =>
    fiscalYear >= firstYear && later?.departmentId !== former.id
  return {
    faults: isDraft ? faultsOf(plan, surroundings) : [],
    firstYear,
    work: plan.lines.flatMap((line) =>
      line.formers.map((former): MovedWorkRow => {
        const counts = work.get(former.id)
        return {
          key: `${line.id} ${former.id}`,
          label: `${lineLabels[line.kind]}：${lineInWords(line)}`,
          ...{ name: former.name, href: paths.keptDepartment(former.id) },
          handover: mayReadHandover(actor, former.id).ok ? paths.handover(former.id) : null,
          delegationsHref: paths.delegations(former.id),
          projectsHref: paths.indicatorProjects({ year: fiscalYearOf(today), department: former.id }),
          projects: projects.filter((move) => move.former.id === former.id).length,
          counts: counts ?? null,
          sections: sectionsAlong(plan, line, surroundings.departments).length,
        }
      }),
    ),
    people: {
      along: people.filter(({ goesAlong }) => goesAlong).length,
      needing: people
        .filter(({ goesAlong }) => !goesAlong)
        .map((person) => ({ ...person, href: paths.staffMember(person.personId) })),
      withoutHead: withoutHead(plan, (id) => surroundings.headed.has(id)).map(
        ({ id, name, departmentId }) => ({
          ...{ id, name },
          href: departmentId === null ? null : paths.keptDepartment(departmentId),
        }),
      ),
    },
    hasChoice: projects.some(({ line }) => line.kind === 'split'),
    projects: projects
      .slice(0, mostShown)
      .map(({ projectYearId, fiscalYear, code, name, projectId, ...move }) => ({
        ...{ key: projectYearId, fiscalYear, code, name, href: paths.project(projectId) },
        ...{ formerName: move.former.name, laterName: move.later?.name ?? null },
      })),
    open: projects.filter(isOpen).length,
    left: projects.filter(waits).length,
    coming: projects.filter(({ fiscalYear }) => fiscalYear < firstYear).length,
    placed: plan.placed,
  }
}

const mostShown = 200
