import { type Day, dayOf } from '../calendar'
import type { Db } from '../context'
import type { Decision } from './decision'
import type { Stage } from './lifecycle'

export interface Published {
  readonly id: number
  readonly title: string
  readonly stage: Stage
  readonly decision: Decision
  readonly receiptNumber: string | null
  readonly fiscalYear: number
  readonly leadDepartmentName: string | null
  readonly notifiedOn: Day
}

export interface PublishedFilter {
  readonly fiscalYear?: number | undefined
  readonly decision?: Decision | undefined
  /** The last id of the page before: pages go by position, not by number. */
  readonly after?: number | undefined
}

const pageSize = 20

/**
 * What was notified, declined ones too, the latest first. For all staff, so without names: those stand on the page
 * of each proposal as its authors wished.
 */
export async function listPublishedProposals(
  db: Db,
  { fiscalYear, decision, after }: PublishedFilter,
): Promise<{ rows: Published[]; nextAfter: number | null }> {
  let query = db
    .selectFrom('proposals')
    .innerJoin('decisions', 'decisions.id', 'proposals.decisionId')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select([
      'proposals.id',
      'proposals.title',
      'proposals.stage',
      'decisions.decision',
      'proposals.receiptNumber',
      'proposals.fiscalYear',
      'departments.name as leadDepartmentName',
      'proposals.notifiedAt',
    ])
    .where('proposals.notifiedAt', 'is not', null)
    .orderBy('proposals.id', 'desc')
    .limit(pageSize + 1)
  if (fiscalYear !== undefined) query = query.where('proposals.fiscalYear', '=', fiscalYear)
  if (decision !== undefined) query = query.where('decisions.decision', '=', decision)
  if (after !== undefined) query = query.where('proposals.id', '<', after)
  const found = await query.execute()
  const rows = found.slice(0, pageSize).map(({ notifiedAt, ...row }): Published => ({
    ...row,
    stage: row.stage as Stage,
    decision: row.decision as Decision,
    notifiedOn: dayOf(notifiedAt ?? ''),
  }))
  return { rows, nextAfter: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null }
}
