import { sql } from 'kysely'
import type { Db } from '../context'
import { stages, takesMergers } from './lifecycle'

export interface MergeTarget {
  readonly id: number
  readonly title: string
  readonly receiptNumber: string | null
  readonly fiscalYear: number
}

/** Enough to choose from in a list under a field. */
const choices = 20

/** For the secretariat: what a proposal can be merged into, by a part of its name or number, the latest first. */
export async function searchMergeTargets(db: Db, text: string, proposalId: number): Promise<MergeTarget[]> {
  const wanted = text.normalize('NFKC').trim()
  if (wanted === '') return []
  const pattern = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`
  return selectTargets(db, proposalId)
    .where((eb) =>
      eb.or(
        (['title', 'receiptNumber'] as const).map(
          (column) => sql<boolean>`lower(${eb.ref(column)}) like lower(${pattern}) escape '\\'`,
        ),
      ),
    )
    .execute()
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

function selectTargets(db: Db, proposalId: number) {
  return db
    .selectFrom('proposals')
    .select(['id', 'title', 'receiptNumber', 'fiscalYear'])
    .where('submittedAt', 'is not', null)
    .where('stage', 'in', stages.filter(takesMergers))
    .where('id', '<>', proposalId)
    .orderBy('id', 'desc')
    .limit(choices)
}
