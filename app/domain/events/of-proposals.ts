import type { Day } from '../calendar'

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
