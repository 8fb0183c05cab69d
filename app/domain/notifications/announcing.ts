import type { Day } from '../calendar'
import type { DomainEvent } from '../events/event'
import { isOfOffice } from '../events/of-office'
import type { Announcement, Subject } from './announcement'
import { announcementsOfDelegation } from './of-delegations'
import {
  announcementsOfConsideration,
  announcementsOfImplementation,
  announcementsOfPractice,
} from './of-departments'
import { announcementsOfImprovement } from './of-improvements'
import { announcementsOfMemo } from './of-memos'
import { announcementsOfProposal } from './of-proposals'
import { announcementsOfSitting } from './of-sittings'

/** Who is told what about an event. A new kind of event does not compile until it is decided here or below. */
export function announcementsOf(event: DomainEvent, subject: Subject, today: Day): Announcement[] {
  if (isOfOffice(event)) return []
  switch (event.kind) {
    case 'consideration.asked':
    case 'consideration.takenUp':
    case 'consideration.answered':
    case 'consideration.extended':
    case 'consideration.reassigned':
    case 'consideration.closed':
    case 'consultation.asked':
    case 'consultation.answered':
      return announcementsOfConsideration(event, subject)
    case 'implementation.started':
    case 'implementation.reported':
    case 'implementation.completed':
    case 'implementation.abandoned':
    case 'implementation.verified':
      return announcementsOfImplementation(event, subject)
    case 'practice.drafted':
    case 'practice.discarded':
    case 'practice.draftWarned':
    case 'practice.reported':
    case 'practice.returned':
    case 'practice.confirmed':
      return announcementsOfPractice(event, subject)
    case 'memo.shared':
    case 'memo.joined':
    case 'memo.left':
      return announcementsOfMemo(event, subject)
    case 'sitting.planned':
    case 'sitting.changed':
    case 'sitting.reordered':
    case 'sitting.papersSent':
    case 'sitting.scoresOpened':
    case 'sitting.attended':
    case 'sitting.minutesWritten':
    case 'sitting.closed':
      return announcementsOfSitting(event, subject)
    case 'spread.recorded':
    case 'improvement.remarked':
    case 'improvement.guided':
    case 'improvement.followedUp':
    case 'round.opened':
    case 'round.answered':
    case 'round.closed':
    case 'round.reopened':
      return announcementsOfImprovement(event, subject)
    case 'delegation.named':
    case 'delegation.ended':
      return announcementsOfDelegation(event, subject)
    case 'score.saved':
    case 'recusal.declared':
    case 'agenda.resolved':
    case 'rubric.changed':
    case 'fiscalYear.opened':
    case 'fiscalYear.changed':
    case 'fiscalYear.closed':
    case 'projects.carriedOver':
    case 'project.added':
    case 'project.changed':
    case 'yearCheck.made':
    case 'yearCheck.takenBack':
      return []
    default:
      return announcementsOfProposal(event, subject, today)
  }
}
