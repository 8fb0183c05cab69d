import type { Day, Instant } from '../calendar'

/**
 * Everything that can happen, in the past tense. Payloads hold keys and codes only: texts and names stay in
 * their tables, so that the log can be kept for good and read by an auditor.
 */
export type DomainEvent =
  | ProposalEvent
  | ConsiderationEvent
  | ImplementationEvent
  | PracticeEvent
  | MemoEvent
  | ImprovementEvent
  | SittingEvent
  | OfficeEvent
  | DelegationEvent
  | ReorganisationEvent

export type ProposalEvent =
  | { kind: 'proposal.drafted'; proposalId: number; previousId: number | null }
  | { kind: 'proposal.discarded'; proposalId: number }
  /** Nobody touched it for long. */
  | { kind: 'proposal.draftWarned'; proposalId: number; expiresOn: Day }
  | { kind: 'proposal.coAuthorJoined'; proposalId: number; personId: number }
  | { kind: 'proposal.coAuthorLeft'; proposalId: number; personId: number }
  | { kind: 'proposal.submitted'; proposalId: number }
  | { kind: 'proposal.returned'; proposalId: number; returnId: number }
  | { kind: 'proposal.accepted'; proposalId: number; receiptNumber: string; leadDepartmentId: number }
  | { kind: 'proposal.declined'; proposalId: number; reasonCode: string }
  | { kind: 'proposal.informed'; proposalId: number; departmentId: number }
  | { kind: 'proposal.merged'; proposalId: number; intoId: number }
  | { kind: 'proposal.mergerUndone'; proposalId: number; intoId: number }
  | { kind: 'proposal.authorsRevealed'; proposalId: number }
  | { kind: 'proposal.putOnAgenda'; proposalId: number; heldOn: Day }
  | { kind: 'proposal.postponed'; proposalId: number; agendaItemId: number }
  | { kind: 'proposal.referred'; proposalId: number; referralId: number; heldOn: Day }
  | { kind: 'proposal.returnedFromCouncil'; proposalId: number; referralId: number }
  | { kind: 'proposal.decided'; proposalId: number; decisionId: number; decision: string }
  | { kind: 'proposal.held'; proposalId: number; holdId: number; recheckOn: Day; helperId: number }
  | { kind: 'proposal.cameBack'; proposalId: number; holdId: number }
  | { kind: 'proposal.holdNoted'; proposalId: number; holdId: number }
  | { kind: 'proposal.notified'; proposalId: number; noticeId: number; decision: string }
  | { kind: 'proposal.closed'; proposalId: number }
  | { kind: 'proposal.asked'; proposalId: number; questionId: number }
  | { kind: 'proposal.replied'; proposalId: number; questionId: number; askedById: number }
  | { kind: 'proposal.talkedOver'; proposalId: number; heldOn: Day }
  | { kind: 'proposal.withdrawn'; proposalId: number }
  | { kind: 'proposal.supported'; proposalId: number; how: 'agree' | 'together' | 'addition' }
  | { kind: 'proposal.supportWithdrawn'; proposalId: number; how: 'agree' | 'together' | 'addition' }

export type ConsiderationEvent =
  | {
      kind: 'consideration.asked'
      proposalId: number
      considerationId: number
      departmentId: number
      round: number
      dueOn: Day
    }
  | { kind: 'consideration.takenUp'; proposalId: number; considerationId: number; departmentId: number }
  | {
      kind: 'consideration.answered'
      proposalId: number
      considerationId: number
      departmentId: number
      stance: string
      version: number
    }
  | {
      kind: 'consideration.extended'
      proposalId: number
      considerationId: number
      departmentId: number
      dueOn: Day
    }
  | {
      kind: 'consideration.reassigned'
      proposalId: number
      considerationId: number
      departmentId: number
      dueOn: Day
    }
  | { kind: 'consideration.closed'; proposalId: number }
  /** 合議: `byDepartmentId` considers and asks, `departmentId` is asked. */
  | {
      kind: 'consultation.asked' | 'consultation.answered'
      proposalId: number
      considerationId: number
      consultationId: number
      departmentId: number
      byDepartmentId: number
    }

export type ImplementationEvent =
  | { kind: 'implementation.started'; proposalId: number; departmentId: number }
  | { kind: 'implementation.reported'; proposalId: number; reportId: number; status: string }
  | { kind: 'implementation.completed'; proposalId: number; implementedOn: Day }
  | { kind: 'implementation.abandoned'; proposalId: number }
  | { kind: 'implementation.verified'; proposalId: number }

export type PracticeEvent =
  | { kind: 'practice.drafted'; practiceId: number }
  | { kind: 'practice.discarded'; practiceId: number }
  | { kind: 'practice.draftWarned'; practiceId: number; expiresOn: Day }
  | { kind: 'practice.reported'; practiceId: number; receiptNumber: string }
  | { kind: 'practice.returned'; practiceId: number; returnId: number }
  | { kind: 'practice.confirmed'; practiceId: number; projectIds: number[] }

/** `writerId` wrote the memo. */
export type MemoEvent =
  | { kind: 'memo.shared'; memoId: number; sharing: 'nobody' | 'department' | 'staff' }
  | { kind: 'memo.joined' | 'memo.left'; memoId: number; writerId: number }

/** Of the meetings themselves; who scored how, and who keeps out why, stays in the tables. */
export type SittingEvent =
  | { kind: 'sitting.planned'; sittingId: number; heldOn: Day }
  | { kind: 'sitting.changed'; sittingId: number; heldOn: Day }
  | { kind: 'sitting.reordered'; sittingId: number }
  | { kind: 'sitting.papersSent'; sittingId: number; items: number }
  | { kind: 'sitting.scoresOpened'; sittingId: number; sheets: number; digest: string }
  | { kind: 'sitting.attended'; sittingId: number; present: number }
  | { kind: 'sitting.minutesWritten'; sittingId: number }
  | { kind: 'sitting.closed'; sittingId: number }
  | { kind: 'score.saved'; sittingId: number; agendaItemId: number }
  | { kind: 'recusal.declared'; sittingId: number; agendaItemId: number }
  | {
      kind: 'agenda.resolved'
      agendaItemId: number
      outcome: string
      manner: string
      presentCount: number
      votesFor: number
      votesAgainst: number
      abstentions: number
      castingVote: string | null
    }
  | { kind: 'rubric.changed'; campaignId: number }

export type ImprovementEvent =
  | {
      kind: 'spread.recorded'
      improvementId: number
      spreadId: number
      departmentId: number
      state: 'wanted' | 'started' | 'done' | 'couldNot' | 'cancelled'
    }
  | { kind: 'improvement.remarked'; improvementId: number; remark: 'thanks' | 'comment' }
  /** 「うちの課では？」 */
  | { kind: 'round.opened'; roundId: number; improvementId: number; dueOn: Day; sections: number }
  | {
      kind: 'round.answered'
      roundId: number
      improvementId: number
      departmentId: number
      answer: 'adopt' | 'done' | 'notApplicable'
    }
  | { kind: 'round.closed'; roundId: number; improvementId: number }
  | { kind: 'round.reopened'; roundId: number; improvementId: number; dueOn: Day }
  | { kind: 'improvement.guided'; improvementId: number }
  | {
      kind: 'improvement.followedUp'
      improvementId: number
      outcome: 'inUse' | 'changed' | 'ended' | 'skipped'
    }

/** `personId` is the delegate. */
export type DelegationEvent =
  | {
      kind: 'delegation.named'
      delegationId: number
      departmentId: number
      headId: number
      personId: number
      validFrom: Day
      validTo: Day
    }
  | { kind: 'delegation.ended'; delegationId: number; departmentId: number; headId: number; personId: number }

/** 組織改正. `people` and `projects` count what moves with it. */
export type ReorganisationEvent =
  | { kind: 'reorganisation.planned'; reorganisationId: number; effectiveOn: Day }
  | {
      kind: 'reorganisation.scheduled'
      reorganisationId: number
      effectiveOn: Day
      people: number
      projects: number
    }
  | { kind: 'reorganisation.cancelled'; reorganisationId: number; effectiveOn: Day }
  | { kind: 'reorganisation.projectsPlaced'; reorganisationId: number; projects: number }

export type OfficeEvent =
  | { kind: 'organisation.imported'; list: string; rows: number }
  | { kind: 'fiscalYear.opened'; fiscalYear: number }
  | {
      kind: 'fiscalYear.changed'
      fiscalYear: number
      /** By the name of the setting. */
      before: Readonly<Record<string, string | number | null>>
      after: Readonly<Record<string, string | number | null>>
    }
  | { kind: 'fiscalYear.closed'; fiscalYear: number }
  /** 事務事業 of the year before into this one. `carried` counts those that go on, the changed ones among them. */
  | {
      kind: 'projects.carriedOver'
      fiscalYear: number
      carried: number
      renamed: number
      transferred: number
      merged: number
      ended: number
    }
  | { kind: 'project.added'; fiscalYear: number; projectId: number }
  | {
      kind: 'project.changed'
      fiscalYear: number
      projectId: number
      projectYearId: number
      /** By the name of the field; what 事務事業 are called is public and nobody's name. */
      before: Readonly<Record<string, string | number | null>>
      after: Readonly<Record<string, string | number | null>>
    }
  | { kind: 'yearCheck.made' | 'yearCheck.takenBack'; fiscalYear: number; item: string }
  | { kind: 'retention.set'; what: string; years: number }
  | { kind: 'draftRule.set'; months: number | null; warnDays: number }
  /** 廃棄 of what is older than that day. */
  | { kind: 'retention.disposed'; what: string; before: Day; count: number }
  /** 募集. `rubricFromId` is the one whose 採点表 it begins with. */
  | { kind: 'campaign.opened'; campaignId: number; fiscalYear: number; rubricFromId: number | null }
  | { kind: 'campaign.changed'; campaignId: number; fiscalYear: number }
  | { kind: 'quorum.set'; body: string; validFrom: Day; seats: number | null; share: string }
  | { kind: 'accountRule.set'; unusedDays: number }
  | {
      kind: 'reasonCode.set'
      reasonId: number
      change: 'added' | 'renamed' | 'moved' | 'retired' | 'resumed'
      /** Of a renaming: the reason with the words before, which is retired. */
      formerId: number | null
    }
  | { kind: 'synonyms.set'; groups: number }
  | { kind: 'account.opened'; personId: number }
  // Lines from before there was a second way have no `way`: they were by password.
  | { kind: 'account.signedIn'; personId: number; failuresBefore: number; way?: 'password' | 'singleSignOn' }
  | { kind: 'account.passwordChanged'; personId: number }
  | { kind: 'account.passwordReset'; personId: number }
  | DatabaseRestored
  | { kind: 'account.disabled'; personId: number }
  | { kind: 'account.enabled'; personId: number }
  | { kind: 'account.signedOutEverywhere'; personId: number }
  | { kind: 'account.linked'; personId: number; how: 'administrator' | 'employeeNumber' }
  | { kind: 'account.unlinked'; personId: number }
  | { kind: 'signInRules.set'; bindsByNumber: 0 | 1; refusesPasswords: 0 | 1 }
  | { kind: 'import.applied'; importId: number; list: string; lines: number }
  | { kind: 'import.undone'; importId: number; list: string }
  | { kind: 'person.appointed'; personId: number; departmentId: number; validFrom: Day }
  | { kind: 'person.appointmentEnded'; personId: number; departmentId: number; validTo: Day }
  | { kind: 'person.appointmentCancelled'; personId: number; departmentId: number; validFrom: Day }
  | { kind: 'person.seated'; personId: number; body: string; validFrom: Day }
  | { kind: 'person.seatEnded'; personId: number; body: string; validTo: Day }

/** What was written after the backup is not here: the line with which that log ended is named, if it could be read. */
export interface DatabaseRestored {
  kind: 'database.restored'
  takenAt: Instant
  abandoned: { readonly seq: number; readonly hash: string } | null
  /** The account on the machine, since nobody is signed in there. */
  operator: string
}

export type EventKind = DomainEvent['kind']

/** An event with its place in the log. */
export type Logged<E extends DomainEvent = DomainEvent> = E & { readonly seq: number }
