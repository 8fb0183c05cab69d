import type { Db } from '../context'
import { insist } from '../errors'
import type { Actor } from '../organisation/actor'
import { maySeeTriage } from './committee-policy'
import { inReview, isIn } from './committee-review.server'
import { type TriageView, triageViews } from './committee-view'

/** How many there are in each view, for its links. */
export async function countTriage(db: Db, actor: Actor): Promise<Record<TriageView, number>> {
  insist(maySeeTriage(actor))
  return inReview(db, actor)
    .select(({ fn }) =>
      triageViews.map((view) => fn.countAll<number>().filterWhere(isIn(view, actor.today)).as(view)),
    )
    .executeTakeFirstOrThrow() as Promise<Record<TriageView, number>>
}

/** The lead departments of what is in review, to filter by. */
export async function listTriageDepartments(db: Db, actor: Actor): Promise<{ id: number; name: string }[]> {
  const rows = await inReview(db, actor)
    .innerJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select(['departments.id', 'departments.name', 'departments.code'])
    .distinct()
    .orderBy('departments.code')
    .limit(200)
    .execute()
  return rows.map(({ id, name }) => ({ id, name }))
}
