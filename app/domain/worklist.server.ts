import type { Day } from './calendar'
import type { Db } from './context'
import { type Actor, headedDepartmentIds, isSecretariat, recordsFor } from './organisation/actor'
import { tasksOf, type Worklist } from './worklist'
import type { Branch } from './worklist-branch.server'
import {
  acceptedToStart,
  progressToReport,
  reportsToConfirm,
  toVerify,
  unansweredConsiderations,
} from './worklist-of-department.server'
import {
  councilMatters,
  deliberations,
  noticesToClose,
  noticesToSend,
  overdueConsiderations,
  submissions,
} from './worklist-of-office.server'
import { contributions, drafts, returnedPractices, returnedProposals } from './worklist-of-person.server'

/**
 * What this person owes today, by the powers of today, with the drafts to go on with: one statement, each part of
 * it a walk along an index over what is open, so that it costs the same after ten years.
 */
export async function findWorklist(db: Db, actor: Actor, today: Day): Promise<Worklist> {
  const rows = await oneStatement([
    returnedProposals(db, actor),
    returnedPractices(db, actor),
    ...drafts(db, actor),
    ...contributions(db, actor),
    toVerify(db, actor),
    ...ofHead(db, actor),
    ...ofOffice(db, actor, today),
  ]).execute()
  const countOf = (kind: string) => rows.find((row) => row.kind === kind)?.total ?? 0
  const tasks = tasksOf(rows)
  return {
    tasks,
    total: tasks.reduce((sum, { count }) => sum + count, 0),
    drafts: { practices: countOf('draftPractice'), proposals: countOf('draftProposal') },
    isNew: countOf('contribution') === 0,
  }
}

function ofHead(db: Db, actor: Actor): Branch[] {
  const headed = headedDepartmentIds(actor)
  if (headed.length === 0) return []
  return [
    ...unansweredConsiderations(db, headed),
    acceptedToStart(db, headed),
    progressToReport(db, headed),
    ...(isSecretariat(actor) ? [] : [reportsToConfirm(db, actor)]),
  ]
}

function ofOffice(db: Db, actor: Actor, today: Day): Branch[] {
  return [
    ...(recordsFor(actor, 'improvementCommittee') ? [deliberations(db, actor)] : []),
    ...(recordsFor(actor, 'policyCouncil') ? [councilMatters(db, actor)] : []),
    ...(isSecretariat(actor)
      ? [
          submissions(db),
          noticesToSend(db),
          noticesToClose(db),
          overdueConsiderations(db, today),
          reportsToConfirm(db, actor),
        ]
      : []),
  ]
}

function oneStatement([first, ...rest]: readonly Branch[]): Branch {
  if (!first) throw new Error('Everybody has tasks of their own to ask for')
  return rest.reduce((statement, branch) => statement.unionAll(branch), first)
}
