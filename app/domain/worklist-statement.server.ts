import type { CompiledQuery } from 'kysely'
import type { Db } from './context'
import type { TaskRow } from './worklist'
import type { Branch, Duties } from './worklist-branch.server'
import {
  acceptedToStart,
  allToVerify,
  ownToVerify,
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
 * The statement is long and every visit of the home page asks it: putting it into words costs more than answering
 * it. So it is worded once for each shape of duties, with holes where the person, the day and the departments go.
 */
export function worklistStatement(db: Db, duties: Duties): CompiledQuery<TaskRow> {
  const worded = wordedOn(db)
  const shape = shapeOf(duties)
  let statement = worded.get(shape)
  if (!statement) worded.set(shape, (statement = oneStatement(branchesFor(db, withHoles(duties))).compile()))
  return {
    ...statement,
    parameters: statement.parameters.map((value) =>
      value instanceof Hole ? value.filledFrom(duties) : value,
    ),
  }
}

/** Who owes what follows the policies of the acts themselves. */
function branchesFor(db: Db, duties: Duties): Branch[] {
  const { headed, isSecretariat, recordsCommittee, recordsCouncil } = duties
  return [
    returnedProposals(db, duties),
    returnedPractices(db, duties),
    ...drafts(db, duties),
    ...contributions(db, duties),
    ownToVerify(db, duties),
    ...(headed.length > 0
      ? [...unansweredConsiderations(db, duties), acceptedToStart(db, duties), progressToReport(db, duties)]
      : []),
    ...(headed.length > 0 && !isSecretariat ? [toVerify(db, duties)] : []),
    ...(headed.length > 0 || isSecretariat ? [reportsToConfirm(db, duties)] : []),
    ...(recordsCommittee ? [deliberations(db, duties)] : []),
    ...(recordsCouncil ? [councilMatters(db, duties)] : []),
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

/** A value that is put in each time. */
class Hole {
  readonly filledFrom: (duties: Duties) => unknown
  constructor(filledFrom: (duties: Duties) => unknown) {
    this.filledFrom = filledFrom
  }
}

function withHoles(duties: Duties): Duties {
  const hole = (filledFrom: (duties: Duties) => unknown) => new Hole(filledFrom) as never
  return {
    ...duties,
    personId: hole(({ personId }) => personId),
    today: hole(({ today }) => today),
    headed: duties.headed.map((_, place) => hole(({ headed }) => headed[place])),
  }
}

function shapeOf({ headed, isSecretariat, recordsCommittee, recordsCouncil }: Duties): string {
  return [headed.length, isSecretariat, recordsCommittee, recordsCouncil].join(' ')
}

const wordings = new WeakMap<Db, Map<string, CompiledQuery<TaskRow>>>()

/** The two databases word it differently. */
function wordedOn(db: Db): Map<string, CompiledQuery<TaskRow>> {
  let worded = wordings.get(db)
  if (!worded) wordings.set(db, (worded = new Map()))
  return worded
}
