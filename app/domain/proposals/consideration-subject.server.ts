import type { Db } from '../context'
import { effectTagsOf } from '../effects'
import { NotFound } from '../errors'
import type { ConsideredSubject } from './consideration-view'
import type { Stage } from './lifecycle'

/** What is being considered and decided on: the proposal's text without its people. Two statements. */
export async function findSubject(db: Db, proposalId: number): Promise<ConsideredSubject> {
  const row = await db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select([
      'proposals.id',
      'proposals.title',
      'proposals.receiptNumber',
      'proposals.stage',
      'proposals.acceptedAt',
      'departments.name as leadDepartmentName',
      'proposals.currentSituation',
      'proposals.proposal',
      'proposals.concerns',
      'proposals.expectedEffect',
      'proposals.cost',
      'proposals.effectTags',
      'proposals.minutesPerYear',
      'proposals.yenPerYear',
      'proposals.fiscalYear',
    ])
    .where('proposals.id', '=', proposalId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const { fiscalYear, ...subject } = row
  return {
    ...subject,
    stage: row.stage as Stage,
    effectTags: effectTagsOf(row.effectTags),
    projects: await listSubjectProjects(db, proposalId, fiscalYear),
  }
}

/** The 事務事業 that the proposal is about, by their names of its year. */
async function listSubjectProjects(db: Db, proposalId: number, fiscalYear: number) {
  return db
    .selectFrom('proposalProjects')
    .innerJoin('projectYears', (join) =>
      join
        .onRef('projectYears.projectId', '=', 'proposalProjects.projectId')
        .on('projectYears.fiscalYear', '=', fiscalYear),
    )
    .select(['projectYears.projectId as id', 'projectYears.code', 'projectYears.name'])
    .where('proposalProjects.proposalId', '=', proposalId)
    .orderBy('projectYears.code')
    .limit(50)
    .execute()
}
