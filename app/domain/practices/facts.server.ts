import { sql } from 'kysely'
import type { Day } from '../calendar'
import type { Db } from '../context'
import { NotFound } from '../errors'
import type { Actor } from '../organisation/actor'
import { nested, rowsOf } from '../nested.server'
import { heirsOfEach } from '../organisation/heirs.server'
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

/** In the order of the reports' ids, in one statement; unknown ids are left out. */
export async function listPracticeFacts(
  db: Db,
  practiceIds: readonly number[],
  today: Day,
): Promise<PracticeFacts[]> {
  if (practiceIds.length === 0) return []
  const rows = await selectFacts(db, practiceIds, today)
  return rows.map(factsOf)
}

/** One row for a report, with who answers for its departments today. */
function selectFacts(db: Db, practiceIds: readonly number[], today: Day) {
  const named = (column: string) =>
    sql`select ${sql.ref(column)} from "practices" where "id" in (${sql.join(practiceIds)})`
  const heirs = (column: 'departmentId' | 'confirmingDepartmentId') =>
    nested(
      db,
      db
        .selectFrom(heirsOfEach(named(column), today).as('heirs'))
        .select(['heirs.id', 'heirs.parentId'])
        .where('heirs.first', '=', sql.ref<number>(`practices.${column}`))
        .orderBy('heirs.code'),
    )
  return db
    .selectFrom('practices')
    .select((eb) => [
      'id',
      'stage',
      'version',
      'reporterId',
      'reportedAt',
      'projectUnknown',
      'departmentId',
      nested(
        db,
        eb
          .selectFrom('practiceMembers')
          .select('personId')
          .whereRef('practiceMembers.practiceId', '=', 'practices.id')
          .orderBy('position'),
      ).as('members'),
      heirs('departmentId').as('departments'),
      heirs('confirmingDepartmentId').as('confirming'),
    ])
    .where('id', 'in', practiceIds)
    .orderBy('id')
    .execute()
}

type Row = Awaited<ReturnType<typeof selectFacts>>[number]

function factsOf(row: Row): PracticeFacts {
  const confirming = rowsOf(row.confirming)
  const bureaus = confirming.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]))
  return {
    id: row.id,
    stage: row.stage as PracticeStage,
    version: row.version,
    reporterId: row.reporterId,
    memberIds: rowsOf(row.members).map(({ personId }) => personId),
    reported: row.reportedAt !== null,
    projectUnknown: row.projectUnknown === 1,
    departmentId: row.departmentId,
    departmentIds: rowsOf(row.departments).map(({ id }) => id),
    confirmingDepartmentIds: [...new Set([...confirming.map(({ id }) => id), ...bureaus])],
  }
}
