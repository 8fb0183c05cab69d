import type { Db } from '../context'
import { type Actor, isSecretariat } from '../organisation/actor'
import { mostAlike } from './similarity'

export interface Similar {
  readonly kind: 'proposal' | 'improvement'
  readonly id: number
  readonly title: string
  readonly fiscalYear: number
  readonly departmentName: string | null
}

/** So many of the latest are compared by their title, and as many again of the same projects. */
const candidates = 300

/**
 * Proposals and improvements that look alike, the most alike first, at most five. Only what the reader may open
 * anyway is compared, so that the list gives no hint of what is under review; the secretariat compares with all.
 */
export async function listSimilarSeenBy(
  db: Db,
  actor: Actor,
  {
    proposalId,
    title,
    projectIds,
  }: { proposalId: number | null; title: string; projectIds: readonly number[] },
): Promise<Similar[]> {
  if (title === '') return []
  const [proposals, improvements] = await Promise.all([
    alikeProposals(db, actor, proposalId ?? 0, projectIds),
    alikeImprovements(db, projectIds),
  ])
  return mostAlike(title, [...proposals, ...improvements])
}

async function alikeProposals(
  db: Db,
  actor: Actor,
  proposalId: number,
  projectIds: readonly number[],
): Promise<Similar[]> {
  const readable = db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select(['proposals.id', 'proposals.title', 'proposals.fiscalYear', 'departments.name as departmentName'])
    .where('proposals.id', '<>', proposalId)
    .where(isSecretariat(actor) ? 'proposals.submittedAt' : 'proposals.notifiedAt', 'is not', null)
    .orderBy('proposals.id', 'desc')
    .limit(candidates)
  const latest = await readable.execute()
  const ofProjects =
    projectIds.length === 0
      ? []
      : await readable
          .where('proposals.id', 'in', (eb) =>
            eb.selectFrom('proposalProjects').select('proposalId').where('projectId', 'in', projectIds),
          )
          .execute()
  return distinct([...latest, ...ofProjects]).map((row) => ({ kind: 'proposal', ...row }))
}

async function alikeImprovements(db: Db, projectIds: readonly number[]): Promise<Similar[]> {
  // What came of proposals is among the proposals already.
  const reported = db
    .selectFrom('improvements')
    .innerJoin('departments', 'departments.id', 'improvements.departmentId')
    .select([
      'improvements.id',
      'improvements.title',
      'improvements.fiscalYear',
      'departments.name as departmentName',
    ])
    .where('improvements.proposalId', 'is', null)
    .orderBy('improvements.id', 'desc')
    .limit(candidates)
  const latest = await reported.execute()
  const ofProjects =
    projectIds.length === 0
      ? []
      : await reported
          .where('improvements.id', 'in', (eb) =>
            eb.selectFrom('countedImprovements').select('improvementId').where('projectId', 'in', projectIds),
          )
          .execute()
  return distinct([...latest, ...ofProjects]).map((row) => ({ kind: 'improvement', ...row }))
}

function distinct<Row extends { id: number }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
