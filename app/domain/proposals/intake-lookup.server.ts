import { bureauOn } from '../organisation/bureau-of-day.server'
import { addDays, type Day, fiscalYearOf, nextWorkingDay } from '../calendar'
import type { Db } from '../context'
import { findFiscalYear } from '../organisation/fiscal-years.server'
import type { DepartmentFound } from '../organisation/lookup.server'
import { validOn } from '../organisation/validity'

/** Until when departments asked on that day are to answer, where nobody says otherwise (諏訪市 14日). */
export async function answerDueBy(db: Db, today: Day): Promise<Day> {
  const { answerWithinDays } = await findFiscalYear(db, fiscalYearOf(today))
  return nextWorkingDay(addDays(today, answerWithinDays))
}

/**
 * The departments that the authors have in mind, and after them those whose 事務事業 it is about, as far as they exist.
 * One statement.
 */
export async function listSuggestedDepartments(
  db: Db,
  proposalId: number,
  today: Day,
): Promise<DepartmentFound[]> {
  const rows = await db
    .selectFrom((qc) =>
      qc
        .selectFrom('proposalTargets')
        .select((eb) => ['departmentId', eb.val<number>(0).as('place')])
        .where('proposalId', '=', proposalId)
        .unionAll(
          qc
            .selectFrom('proposalProjects')
            .innerJoin('projectYears', 'projectYears.projectId', 'proposalProjects.projectId')
            .select((eb) => ['projectYears.departmentId', eb.val<number>(1).as('place')])
            .where('proposalProjects.proposalId', '=', proposalId)
            .where('projectYears.fiscalYear', '=', fiscalYearOf(today)),
        )
        .as('wanted'),
    )
    .innerJoin('departments', 'departments.id', 'wanted.departmentId')
    .leftJoin('departments as bureaus', (join) => join.on('bureaus.id', '=', bureauOn('departments', today)))
    .select(['departments.id', 'departments.name', 'bureaus.name as bureauName'])
    .where(validOn('departments', today))
    .orderBy('wanted.place')
    .orderBy('departments.id')
    .execute()
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
