import { addDays, type Day, fiscalYearOf, nextWorkingDay } from '../calendar'
import type { Db } from '../context'
import { findFiscalYear } from '../organisation/fiscal-years.server'
import { listDepartmentIdsOn } from '../organisation/lookup.server'
import { listProjectsByIds } from '../projects/lookup.server'
import { findContent } from './content.server'

/** Until when departments asked on that day are to answer, where nobody says otherwise (諏訪市 14日). */
export async function answerDueBy(db: Db, today: Day): Promise<Day> {
  const { answerWithinDays } = await findFiscalYear(db, fiscalYearOf(today))
  return nextWorkingDay(addDays(today, answerWithinDays))
}

/** The departments that the authors have in mind, and those whose 事務事業 it is about, as far as they exist. */
export async function listSuggestedDepartments(db: Db, proposalId: number, today: Day): Promise<number[]> {
  const { content } = await findContent(db, proposalId)
  const projects = await listProjectsByIds(db, content.projectIds, fiscalYearOf(today))
  const wanted = [...new Set([...content.targetIds, ...projects.map(({ departmentId }) => departmentId)])]
  const existing = await listDepartmentIdsOn(db, wanted, today)
  return wanted.filter((id) => existing.includes(id))
}
