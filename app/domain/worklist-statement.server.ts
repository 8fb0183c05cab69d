import type { Db } from './context'
import { worded } from './worded.server'
import type { Branch, Duties } from './worklist-branch.server'
import {
  acceptedToStart,
  allToVerify,
  opinionsToGive,
  ownToVerify,
  progressToReport,
  reportsToConfirm,
  toVerify,
  unansweredConsiderations,
} from './worklist-of-department.server'
import { followUpsToWrite, roundsToAnswer, roundsToClose } from './worklist-of-improver.server'
import { bodiesToFill, yearsToPrepare } from './worklist-of-keeper.server'
import { scoresToGive } from './worklist-of-member.server'
import {
  councilMatters,
  deliberations,
  noticesToClose,
  noticesToSend,
  overdueConsiderations,
  overdueInBureau,
  submissions,
} from './worklist-of-office.server'
import {
  contributions,
  drafts,
  holdsToHelpOn,
  returnedPractices,
  returnedProposals,
} from './worklist-of-person.server'

/** The statement is long, and every visit of the home page asks it. */
export const selectTasks = worded((db, duties: { [Key in keyof Duties]: Duties[Key] }) =>
  oneStatement(branchesFor(db, duties)),
)

/** Who owes what follows the policies of the acts themselves. */
function branchesFor(db: Db, duties: Duties): Branch[] {
  const { headed, isSecretariat, judges, recordsCommittee, recordsCouncil } = duties
  return [
    returnedProposals(db, duties),
    returnedPractices(db, duties),
    ...drafts(db, duties),
    ...contributions(db, duties),
    ownToVerify(db, duties),
    holdsToHelpOn(db, duties),
    followUpsToWrite(db, duties),
    ...(headed.length > 0
      ? [
          ...unansweredConsiderations(db, duties),
          opinionsToGive(db, duties),
          roundsToAnswer(db, duties),
          acceptedToStart(db, duties),
          progressToReport(db, duties),
        ]
      : []),
    ...(headed.length > 0 && !isSecretariat ? [toVerify(db, duties)] : []),
    ...(headed.length > 0 || isSecretariat ? [reportsToConfirm(db, duties)] : []),
    ...(duties.deputyOf.length > 0 && !isSecretariat ? [overdueInBureau(db, duties)] : []),
    ...(judges ? [scoresToGive(db, duties)] : []),
    ...(recordsCommittee ? [deliberations(db, duties), roundsToClose(db, duties)] : []),
    ...(recordsCouncil ? [councilMatters(db, duties)] : []),
    ...(duties.keepsYears ? [...bodiesToFill(db, duties), ...yearsToPrepare(db, duties)] : []),
    ...(isSecretariat
      ? [
          submissions(db),
          noticesToSend(db),
          noticesToClose(db),
          overdueConsiderations(db, duties),
          allToVerify(db, duties),
        ]
      : []),
  ]
}

function oneStatement([first, ...rest]: readonly Branch[]): Branch {
  if (!first) throw new Error('Everybody has tasks of their own to ask for')
  return rest.reduce((statement, branch) => statement.unionAll(branch), first)
}
