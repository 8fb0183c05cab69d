import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
import { listHeirs } from '../organisation/heirs.server'
import { isPracticeSeenBy, type PracticeFacts, type PracticeStage } from './practice'

/** The facts for permission questions, hidden as missing: NotFound for whoever may not read the report. */
export async function findPracticeFactsSeenBy(
  db: Db,
  actor: Actor,
  practiceId: number,
): Promise<PracticeFacts> {
  const [facts] = await listPracticeFacts(db, [practiceId], actor.today)
  if (!facts || !isPracticeSeenBy(actor, facts)) throw new NotFound()
  return facts
}

/** In the order of the reports' ids; unknown ids are left out. */
export async function listPracticeFacts(
  db: Db,
  practiceIds: readonly number[],
  today: Day,
): Promise<PracticeFacts[]> {
  if (practiceIds.length === 0) return []
  const rows = await db
    .selectFrom('practices')
    .leftJoin('practiceMembers', 'practiceMembers.practiceId', 'practices.id')
    .select([
      'practices.id',
      'practices.stage',
      'practices.version',
      'practices.reporterId',
      'practices.reportedAt',
      'practices.projectUnknown',
      'practices.departmentId',
      'practices.confirmingDepartmentId',
      'practiceMembers.personId as memberId',
    ])
    .where('practices.id', 'in', practiceIds)
    .orderBy('practices.id')
    .orderBy('practiceMembers.position', (order) => order.asc().nullsLast())
    .execute()
  const reports = new Map(rows.map((row) => [row.id, row]))
  const named = rows.flatMap((row) => [row.departmentId, row.confirmingDepartmentId ?? row.departmentId])
  const heirs = await listHeirs(db, [...new Set(named)], today)
  return [...reports.values()].map((row) =>
    factsOf(
      row,
      rows.filter(({ id }) => id === row.id),
      heirs,
    ),
  )
}

type Heirs = Awaited<ReturnType<typeof listHeirs>>

interface Row {
  readonly id: number
  readonly stage: string
  readonly version: number
  readonly reporterId: number
  readonly reportedAt: string | null
  readonly projectUnknown: 0 | 1
  readonly departmentId: number
  readonly confirmingDepartmentId: number | null
  readonly memberId: number | null
}

function factsOf(row: Row, members: readonly Row[], heirs: Heirs): PracticeFacts {
  const confirming = heirs.get(row.confirmingDepartmentId ?? 0) ?? []
  const bureaus = confirming.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]))
  return {
    id: row.id,
    stage: row.stage as PracticeStage,
    version: row.version,
    reporterId: row.reporterId,
    memberIds: members.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])),
    reported: row.reportedAt !== null,
    projectUnknown: row.projectUnknown === 1,
    departmentId: row.departmentId,
    departmentIds: (heirs.get(row.departmentId) ?? []).map(({ id }) => id),
    confirmingDepartmentIds: [...new Set([...confirming.map(({ id }) => id), ...bureaus])],
  }
}
