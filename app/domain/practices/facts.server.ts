import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
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

/** In one statement, in the order of the reports' ids; unknown ids are left out. */
export async function listPracticeFacts(
  db: Db,
  practiceIds: readonly number[],
  today: Day,
): Promise<PracticeFacts[]> {
  if (practiceIds.length === 0) return []
  const rows = await db
    .selectFrom('practices')
    .leftJoin('practiceMembers', 'practiceMembers.practiceId', 'practices.id')
    .leftJoin('departments', 'departments.id', 'practices.confirmingDepartmentId')
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
      'departments.parentId as bureauId',
      'departments.validTo',
    ])
    .where('practices.id', 'in', practiceIds)
    .orderBy('practices.id')
    .orderBy('practiceMembers.position', (order) => order.asc().nullsLast())
    .execute()
  const reports = new Map(rows.map((row) => [row.id, row]))
  return [...reports.values()].map((row) =>
    factsOf(
      row,
      rows.filter(({ id }) => id === row.id),
      today,
    ),
  )
}

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
  readonly bureauId: number | null
  readonly validTo: Day | null
}

function factsOf(row: Row, members: readonly Row[], today: Day): PracticeFacts {
  const hasEnded = row.validTo !== null && row.validTo < today
  return {
    id: row.id,
    stage: row.stage as PracticeStage,
    version: row.version,
    reporterId: row.reporterId,
    memberIds: members.flatMap(({ memberId }) => (memberId === null ? [] : [memberId])),
    reported: row.reportedAt !== null,
    projectUnknown: row.projectUnknown === 1,
    departmentId: row.departmentId,
    confirmingDepartmentId: hasEnded ? null : row.confirmingDepartmentId,
    confirmingBureauId: hasEnded ? null : row.bureauId,
  }
}
