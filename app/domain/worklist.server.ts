import { type Day, daysBetween, firstDayOf, fiscalYearLabel, fiscalYearOf } from './calendar'
import type { Db } from './context'
import { judgesIn } from './evaluation/policy'
import {
  type Actor,
  delegationsOf,
  headedDepartmentIds,
  isSecretariat,
  ownDepartmentIds,
  recordsFor,
} from './organisation/actor'
import { mayKeepOrganisation } from './organisation/policy'
import { tasksOf, type Worklist } from './worklist'
import { selectTasks } from './worklist-statement.server'

/**
 * What this person owes today, by the powers of today, with the drafts to go on with: one statement, each part of
 * it a walk along an index over what is open, so that it costs the same after ten years.
 */
export async function findWorklist(db: Db, actor: Actor, today: Day): Promise<Worklist> {
  const delegations = delegationsOf(actor)
  const rows = await selectTasks(db, {
    personId: actor.personId,
    today,
    headed: headedDepartmentIds(actor),
    delegated: delegations.map(({ departmentId }) => departmentId),
    principals: delegations.map(({ headId }) => headId),
    isSecretariat: isSecretariat(actor),
    departments: ownDepartmentIds(actor),
    bureaus: [...new Set(actor.appointments.map(({ bureauId }) => bureauId))],
    deputyOf: deputyOf(actor),
    judges: judgesIn(actor, 'improvementCommittee'),
    recordsCommittee: recordsFor(actor, 'improvementCommittee'),
    recordsCouncil: recordsFor(actor, 'policyCouncil'),
    keepsYears: mayKeepOrganisation(actor).ok,
    ...yearsAround(today),
  })
  const countOf = (kind: string) => rows.find((row) => row.kind === kind)?.total ?? 0
  const tasks = tasksOf(rows)
  return {
    tasks,
    total: tasks.reduce((sum, { count }) => sum + count, 0),
    drafts: { practices: countOf('draftPractice'), proposals: countOf('draftProposal') },
    isNew: countOf('contribution') === 0,
  }
}

/** The years that somebody may have to prepare, with the words that they are shown by. */
function yearsAround(today: Day) {
  const thisYear = fiscalYearOf(today)
  const nextYear = thisYear + 1
  return {
    ...{ thisYear, nextYear },
    ...{ thisYearLabel: fiscalYearLabel(thisYear), thisFirstDay: firstDayOf(thisYear) },
    ...{ nextYearLabel: fiscalYearLabel(nextYear), nextFirstDay: firstDayOf(nextYear) },
    daysToNextYear: daysBetween(today, firstDayOf(nextYear)),
  }
}

function deputyOf({ appointments }: Actor): number[] {
  const bureaus = appointments
    .filter(({ isDeputy, departmentId, bureauId }) => isDeputy && departmentId === bureauId)
    .map(({ bureauId }) => bureauId)
  return [...new Set(bureaus)]
}
