import { fiscalYearLabel } from '#app/domain/calendar'
import { mayChangeYear } from '#app/domain/organisation/policy'
import type { CarryOver } from '#app/domain/projects/carry-over'
import { listCarryOvers } from '#app/domain/projects/carry-over-lookup.server'
import type { PageArgs } from '#app/web/page.server'
import { loadYear } from '../years/loading.server'

/** A year with the projects of the one before, and whether they can still be carried over. */
export async function loadCarryOver(args: PageArgs) {
  const year = await loadYear(args)
  const { fiscalYear } = year
  return {
    fiscalYear,
    label: fiscalYearLabel(fiscalYear),
    labelBefore: fiscalYearLabel(fiscalYear - 1),
    may: mayChangeYear(args.actor, year),
    lines: await listCarryOvers(args.db, fiscalYear),
  }
}

/** Bureaus in the order of their first line, with how much of each is left. A bureau's own projects stand with it. */
export function byBureau(lines: readonly CarryOver[]) {
  return grouped(lines, (line) => line.bureau ?? line.department).map(({ lines: own, ...bureau }) => ({
    ...{ ...bureau, projects: own.length },
    open: own.filter(({ state }) => state === 'open').length,
    decided: own.filter(({ kind }) => kind !== 'continued').length,
  }))
}

/** Departments in the order of their first line. */
export function byDepartment(lines: readonly CarryOver[]) {
  return grouped(lines, ({ department }) => department)
}

function grouped(lines: readonly CarryOver[], placeOf: (line: CarryOver) => CarryOver['department']) {
  const places = new Map(lines.map((line) => [placeOf(line).id, placeOf(line).name]))
  return [...places].map(([id, name]) => ({
    ...{ id, name },
    lines: lines.filter((line) => placeOf(line).id === id),
  }))
}
