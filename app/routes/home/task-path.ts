import { lifecycle } from '#app/domain/proposals/lifecycle'
import type { Task } from '#app/domain/worklist'
import { paths } from '#app/web/paths'

/** Where a task is done: at the thing itself, or in the list of its kind where there are many. */
export function taskPath({ kind, id }: Pick<Task, 'kind' | 'id'>, departmentId: number): string {
  switch (kind) {
    case 'takeUp':
    case 'answer':
      return id === null ? paths.considerations() : paths.consideration(id)
    case 'advise':
      return id === null ? paths.considerations() : paths.consultation(id)
    case 'helpOn':
      return id === null ? paths.contributions() : paths.holdNote(id)
    // The section's page: what it was asked may be for others to read.
    case 'urge':
      return paths.department(id ?? departmentId)
    case 'receive':
      return id === null ? paths.intake() : paths.proposal(id)
    case 'chase':
      return id === null ? paths.ledger({ late: 1 }) : paths.proposal(id)
    case 'close':
      return id === null ? paths.ledger({ stage: lifecycle.close.from[0] }) : paths.proposal(id)
    case 'score':
      return id === null ? paths.sittings() : paths.sitting(id)
    case 'deliberate':
    case 'recordCouncil':
      return id === null ? paths.triage() : paths.proposal(id)
    case 'notify':
      return paths.notices()
    case 'startImplementation':
      return id === null ? paths.department(departmentId) : paths.implementationStart(id)
    case 'reportImplementation':
      return id === null ? paths.department(departmentId) : paths.implementationReport(id)
    case 'verify':
      return id === null ? paths.department(departmentId) : paths.verification(id)
    case 'verifyOwn':
      return id === null ? paths.contributions() : paths.verification(id)
    case 'confirmPractice':
      return id === null ? paths.practicesToConfirm() : paths.practiceConfirmation(id)
    case 'answerRound':
      return paths.rounds()
    case 'closeRound':
      return id === null ? paths.allRounds() : paths.roundOverview(id)
    case 'followUp':
      return id === null ? paths.followUps() : paths.followUp(id)
    case 'fillBody':
      return paths.bodies()
    case 'prepareYear':
      return id ? paths.year(id) : paths.newYear()
    // There stands what is missing; the way to the form is the first thing below it.
    case 'reviseProposal':
      return id === null ? paths.contributions() : paths.proposal(id)
    case 'revisePractice':
      return id === null ? paths.contributions() : paths.practice(id)
  }
}
