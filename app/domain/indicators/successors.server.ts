import type { Db } from '../context'

/** Projects are merged once a year at most, so a chain longer than this is a circle. */
const longestChain = 50

/**
 * Under which identity each project runs in a year. Most keep theirs; one that was merged into another is found by
 * following its successors. A project that has neither a row nor a successor keeps its own key, and counts nowhere.
 */
export async function findIdentitiesInYear(
  db: Db,
  projectIds: readonly number[],
  fiscalYear: number,
): Promise<Map<number, number>> {
  const identities = new Map(projectIds.map((id) => [id, id]))
  let open = [...new Set(projectIds)]
  for (let step = 0; step < longestChain; step++) {
    const gone = await withoutYear(db, open, fiscalYear)
    if (gone.length === 0) break
    const successors = await listSuccessors(db, gone, fiscalYear)
    if (successors.length === 0) break
    for (const { fromId, toId } of successors) {
      for (const [id, current] of identities) if (current === fromId) identities.set(id, toId)
    }
    open = successors.map(({ toId }) => toId)
  }
  return identities
}

async function withoutYear(db: Db, projectIds: readonly number[], fiscalYear: number): Promise<number[]> {
  if (projectIds.length === 0) return []
  const rows = await db
    .selectFrom('projectYears')
    .select('projectId')
    .where('fiscalYear', '=', fiscalYear)
    .where('projectId', 'in', projectIds)
    .execute()
  const present = new Set(rows.map(({ projectId }) => projectId))
  return projectIds.filter((id) => !present.has(id))
}

function listSuccessors(db: Db, projectIds: readonly number[], fiscalYear: number) {
  return db
    .selectFrom('projectYears as before')
    .innerJoin('projectSuccessors', 'projectSuccessors.fromProjectYearId', 'before.id')
    .innerJoin('projectYears as after', 'after.id', 'projectSuccessors.toProjectYearId')
    .select(['before.projectId as fromId', 'after.projectId as toId'])
    .where('before.projectId', 'in', projectIds)
    .where('after.fiscalYear', '<=', fiscalYear)
    .whereRef('after.projectId', '<>', 'before.projectId')
    .orderBy('after.fiscalYear')
    .orderBy('after.id')
    .execute()
}
