import type { ExpressionBuilder } from 'kysely'
import type { Database } from '#db/schema'
import { shownTo } from '../attachments/attachment'
import { attachmentsIn, attachmentsOf } from '../attachments/fetching.server'
import type { Db } from '../context'
import { effectTagsOf } from '../effects'
import { NotFound } from '../errors'
import { nested, rowsOf } from '../nested.server'
import type { Actor } from '../organisation/actor'
import type { ConsideredSubject } from './consideration-view'
import { factsOf, selectFacts } from './facts.server'
import type { Stage } from './lifecycle'
import { areNamesPublic, isSeenBy, type ProposalFacts } from './proposal'

/** What is being considered and decided on: the proposal's text without its people. One statement. Throws NotFound. */
export async function findSubject(db: Db, proposalId: number): Promise<ConsideredSubject> {
  const row = await selectSubjects(db).where('proposals.id', '=', proposalId).executeTakeFirst()
  if (!row) throw new NotFound()
  return subjectOf(row)
}

/** The same with the facts for permission questions. One statement. Throws NotFound for whoever may not read it. */
export async function findSubjectSeenBy(
  db: Db,
  actor: Actor,
  proposalId: number,
): Promise<{ facts: ProposalFacts; subject: ConsideredSubject }> {
  const row = await selectFacts(db, proposalId, actor.today)
    .select(subjectColumns)
    .select((eb) => subjectLists(db, eb))
    .executeTakeFirst()
  const facts = factsOf(row)
  if (!row || !isSeenBy(actor, facts)) throw new NotFound()
  return { facts, subject: subjectOf(row) }
}

function selectSubjects(db: Db) {
  return db
    .selectFrom('proposals')
    .leftJoin('departments', 'departments.id', 'proposals.leadDepartmentId')
    .select(subjectColumns)
    .select((eb) => subjectLists(db, eb))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSubjects>['execute']>>[number]

/** Of a proposal with its lead department; `subjectOf` needs `subjectLists` as well. */
export const subjectColumns = [
  ...(['proposals.id', 'proposals.title', 'proposals.receiptNumber', 'proposals.stage'] as const),
  ...(['proposals.acceptedAt', 'departments.name as leadDepartmentName'] as const),
  ...(['proposals.currentSituation', 'proposals.proposal', 'proposals.concerns'] as const),
  ...(['proposals.expectedEffect', 'proposals.cost', 'proposals.effectTags'] as const),
  ...(['proposals.minutesPerYear', 'proposals.yenPerYear'] as const),
  ...(['proposals.nameDisclosure', 'proposals.notifiedAt'] as const),
] as const

export function subjectLists(db: Db, eb: ExpressionBuilder<Database, 'proposals'>) {
  return [projectsIn(db, eb).as('projects'), attachmentsIn(db, eb).as('files')] as const
}

export function subjectOf(row: Row): ConsideredSubject {
  const { nameDisclosure, notifiedAt } = row
  return {
    ...{ id: row.id, title: row.title, receiptNumber: row.receiptNumber, stage: row.stage as Stage },
    ...{ acceptedAt: row.acceptedAt, leadDepartmentName: row.leadDepartmentName },
    ...{ currentSituation: row.currentSituation, proposal: row.proposal, concerns: row.concerns },
    ...{ expectedEffect: row.expectedEffect, cost: row.cost, effectTags: effectTagsOf(row.effectTags) },
    ...{ minutesPerYear: row.minutesPerYear, yenPerYear: row.yenPerYear },
    projects: rowsOf(row.projects),
    attachments: shownTo(
      { knowsAuthors: areNamesPublic({ nameDisclosure, notified: notifiedAt !== null }) },
      attachmentsOf(row.files),
    ),
  }
}

/** More than anybody names. */
const mostProjects = 50

/** The 事務事業 that a proposal is about, by their names of the proposal's year. */
function projectsIn(db: Db, eb: ExpressionBuilder<Database, 'proposals'>) {
  return nested(
    db,
    eb
      .selectFrom('proposalProjects')
      .innerJoin('projectYears', (join) =>
        join
          .onRef('projectYears.projectId', '=', 'proposalProjects.projectId')
          .onRef('projectYears.fiscalYear', '=', 'proposals.fiscalYear'),
      )
      .select(['projectYears.projectId as id', 'projectYears.code', 'projectYears.name'])
      .whereRef('proposalProjects.proposalId', '=', 'proposals.id')
      .orderBy('projectYears.code')
      .limit(mostProjects),
  )
}
