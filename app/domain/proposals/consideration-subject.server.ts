import { shownTo } from '../attachments/attachment'
import { listAttachmentsOfProposals } from '../attachments/fetching.server'
import type { Db } from '../context'
import { effectTagsOf } from '../effects'
import { NotFound } from '../errors'
import type { ConsideredSubject } from './consideration-view'
import type { Stage } from './lifecycle'
import { areNamesPublic } from './proposal'

/** What is being considered and decided on: the proposal's text without its people. Three statements. */
export async function findSubject(db: Db, proposalId: number): Promise<ConsideredSubject> {
  const [subject] = await listSubjects(db, [proposalId])
  if (!subject) throw new NotFound()
  return subject
}

/** The same for all that lies before a meeting, in no order of its own. Three statements, however many. */
export async function listSubjects(db: Db, proposalIds: readonly number[]): Promise<ConsideredSubject[]> {
  if (proposalIds.length === 0) return []
  const rows = await db
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
      'proposals.nameDisclosure',
      'proposals.notifiedAt',
    ])
    .where('proposals.id', 'in', [...proposalIds])
    .execute()
  const projects = await listSubjectProjects(db, proposalIds)
  const files = await listAttachmentsOfProposals(db, proposalIds)
  return rows.map(({ nameDisclosure, notifiedAt, ...row }) => ({
    ...row,
    stage: row.stage as Stage,
    effectTags: effectTagsOf(row.effectTags),
    projects: projects
      .filter(({ proposalId }) => proposalId === row.id)
      .map(({ proposalId: _, ...project }) => project),
    attachments: shownTo(
      { knowsAuthors: areNamesPublic({ nameDisclosure, notified: notifiedAt !== null }) },
      files.get(row.id) ?? [],
    ),
  }))
}

/** The 事務事業 that proposals are about, by their names of the proposal's year. */
async function listSubjectProjects(db: Db, proposalIds: readonly number[]) {
  return db
    .selectFrom('proposalProjects')
    .innerJoin('proposals', 'proposals.id', 'proposalProjects.proposalId')
    .innerJoin('projectYears', (join) =>
      join
        .onRef('projectYears.projectId', '=', 'proposalProjects.projectId')
        .onRef('projectYears.fiscalYear', '=', 'proposals.fiscalYear'),
    )
    .select([
      'proposalProjects.proposalId',
      'projectYears.projectId as id',
      'projectYears.code',
      'projectYears.name',
    ])
    .where('proposalProjects.proposalId', 'in', [...proposalIds])
    .orderBy('projectYears.code')
    .limit(50 * proposalIds.length)
    .execute()
}
