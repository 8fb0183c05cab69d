import { containing } from '../containing.server'
import type { Db } from '../context'
import { stages, takesMergers } from './lifecycle'
import { mostAlike } from './similarity'

export interface MergeTarget {
  readonly id: number
  readonly title: string
  readonly receiptNumber: string | null
  readonly fiscalYear: number
}

/** Enough to choose from in a list under a field. */
const choices = 20
/** So many titles are compared, and as many again of the same projects. */
const compared = 300

/** For the secretariat: what a proposal can be merged into, by a part of its name or number, the latest first. */
export async function searchMergeTargets(db: Db, text: string, proposalId: number): Promise<MergeTarget[]> {
  const wanted = text.normalize('NFKC').trim()
  if (wanted === '') return []
  return selectTargets(db, proposalId)
    .where((eb) => eb.or([containing(eb.ref('title'), wanted), containing(eb.ref('receiptNumber'), wanted)]))
    .execute()
}

/** What looks alike by its title, the most alike first, among the latest and those about the same projects. */
export async function listAlikeTargets(
  db: Db,
  { id, title, projectIds }: { id: number; title: string; projectIds: readonly number[] },
): Promise<MergeTarget[]> {
  const latest = selectTargets(db, id, compared)
  const ofProjects = selectTargets(db, id, compared).where('id', 'in', (eb) =>
    eb
      .selectFrom('proposalProjects')
      .select('proposalId')
      .where('projectId', 'in', projectIds.length > 0 ? projectIds : [0]),
  )
  const rows = await db
    .selectFrom(latest.as('listed'))
    .selectAll()
    .union(db.selectFrom(ofProjects.as('listed')).selectAll())
    .execute()
  return mostAlike(title, rows)
}

/** Those of the given proposals that can take another one in. */
export async function listMergeTargets(
  db: Db,
  ids: readonly number[],
  proposalId: number,
): Promise<MergeTarget[]> {
  if (ids.length === 0) return []
  return selectTargets(db, proposalId).where('id', 'in', ids).execute()
}

function selectTargets(db: Db, proposalId: number, most = choices) {
  return db
    .selectFrom('proposals')
    .select(['id', 'title', 'receiptNumber', 'fiscalYear'])
    .where('submittedAt', 'is not', null)
    .where('stage', 'in', stages.filter(takesMergers))
    .where('id', '<>', proposalId)
    .orderBy('id', 'desc')
    .limit(most)
}
