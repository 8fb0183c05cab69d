import { bureauOn } from '../organisation/bureau-of-day.server'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { appointedHeads, standIns } from '../organisation/heads.server'

/**
 * Whose head confirms a report from that department: its own; the bureau's when the section's head is among the
 * authors, since nobody confirms what is one's own; null, and so the secretariat, when there is nothing above.
 */
export async function findConfirmingDepartment(
  db: Db,
  departmentId: number,
  authorIds: readonly number[],
  today: Day,
): Promise<number | null> {
  const chain = await listChain(db, departmentId, today)
  const headed = await listHeadedBy(db, authorIds, today)
  return chain.find((id) => !headed.includes(id)) ?? null
}

/** The department and what it belongs to, from below; a bureau's own reports go to the secretariat. */
async function listChain(db: Db, departmentId: number, today: Day): Promise<number[]> {
  const department = await db
    .selectFrom('departments')
    .select(['kind', bureauOn('departments', today).as('bureauId')])
    .where('id', '=', departmentId)
    .executeTakeFirst()
  if (!department || department.kind === 'bureau') return []
  return department.bureauId === null ? [departmentId] : [departmentId, department.bureauId]
}

/** Delegates do not count: the head is there to confirm what is theirs. */
async function listHeadedBy(db: Db, personIds: readonly number[], today: Day): Promise<number[]> {
  const heads = db.selectFrom(appointedHeads(today).as('heads')).select(['departmentId', 'personId'])
  const inTheirPlace = db.selectFrom(standIns(today).as('standIns')).select(['departmentId', 'personId'])
  const rows = await db
    .selectFrom(heads.unionAll(inTheirPlace).as('heads'))
    .select('departmentId')
    .where('personId', 'in', personIds)
    .execute()
  return rows.map(({ departmentId }) => departmentId)
}
