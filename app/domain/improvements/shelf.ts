import type { DomainEvent } from '../events/event'
import { isOfOffice } from '../events/of-office'

/** What a reader sees of an improvement's state; a practice is carried out by definition. */
export const practiceState = 'implemented'

export type ShelvedSource =
  | { readonly practiceId: number; readonly proposalId?: never }
  | { readonly proposalId: number; readonly practiceId?: never }

/** The report or proposal whose place on the shelf an event may change; `null` when none is concerned. */
export function shelvedSource(event: DomainEvent): ShelvedSource | null {
  if (isOfOffice(event)) return null
  switch (event.kind) {
    case 'practice.confirmed':
      return { practiceId: event.practiceId }
    case 'proposal.notified':
    case 'implementation.started':
    case 'implementation.reported':
    case 'implementation.completed':
    case 'implementation.abandoned':
    case 'implementation.verified':
      return { proposalId: event.proposalId }
    case 'proposal.drafted':
    case 'proposal.discarded':
    case 'proposal.draftWarned':
    case 'proposal.coAuthorJoined':
    case 'proposal.coAuthorLeft':
    case 'proposal.submitted':
    case 'proposal.returned':
    case 'proposal.accepted':
    case 'proposal.declined':
    case 'proposal.informed':
    case 'proposal.merged':
    case 'proposal.mergerUndone':
    case 'proposal.authorsRevealed':
    case 'proposal.putOnAgenda':
    case 'proposal.postponed':
    case 'proposal.referred':
    case 'proposal.returnedFromCouncil':
    case 'proposal.decided':
    case 'proposal.held':
    case 'proposal.cameBack':
    case 'proposal.holdNoted':
    case 'proposal.closed':
    case 'proposal.withdrawn':
    case 'proposal.supported':
    case 'proposal.supportWithdrawn':
    case 'consideration.asked':
    case 'consideration.takenUp':
    case 'consideration.answered':
    case 'consideration.extended':
    case 'consideration.reassigned':
    case 'proposal.asked':
    case 'proposal.replied':
    case 'consideration.closed':
    case 'proposal.talkedOver':
    case 'consultation.asked':
    case 'consultation.answered':
    case 'practice.drafted':
    case 'practice.discarded':
    case 'practice.draftWarned':
    case 'practice.reported':
    case 'practice.returned':
    case 'memo.shared':
    case 'memo.joined':
    case 'memo.left':
    case 'sitting.planned':
    case 'sitting.changed':
    case 'sitting.reordered':
    case 'sitting.papersSent':
    case 'sitting.scoresOpened':
    case 'sitting.attended':
    case 'sitting.minutesWritten':
    case 'sitting.closed':
    case 'score.saved':
    case 'recusal.declared':
    case 'agenda.resolved':
    case 'rubric.changed':
    case 'spread.recorded':
    case 'improvement.remarked':
    case 'improvement.guided':
    case 'improvement.followedUp':
    case 'round.opened':
    case 'round.answered':
    case 'round.closed':
    case 'round.reopened':
    case 'fiscalYear.opened':
    case 'fiscalYear.changed':
    case 'fiscalYear.closed':
    case 'projects.carriedOver':
    case 'project.added':
    case 'project.changed':
    case 'yearCheck.made':
    case 'yearCheck.takenBack':
    case 'delegation.named':
    case 'delegation.ended':
      return null
  }
}
