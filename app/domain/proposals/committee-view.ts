import type { Day } from '../calendar'
import type { DecidingBody } from './committee'
import type { Decision, Directive } from './decision'

/** A decision as a page shows it: null until this reader may know it. */
export interface DecisionView {
  decision: Decision
  body: DecidingBody
  heldOn: Day
  part: string
  reason: string
  reasonLabel: string | null
  possibleWhen: string
  reference: string
  directive: Directive
  implementingDepartmentName: string | null
  owner: string
  plannedOn: Day | null
  project: { id: number; name: string } | null
  /** Null while the notice is still to come. */
  notifiedAt: string | null
  /** The secretariat's word at the notice. */
  comment: string
}

/** 「育てる（継続検討）」: who helps, when it comes back by itself, and what the helper has written down. */
export interface HoldView {
  reason: string
  helperName: string
  heldOn: Day
  recheckOn: Day
  /** It is still being nurtured. */
  isOpen: boolean
  cameBackOn: Day | null
  notes: readonly { note: string; writtenOn: Day }[]
}

/** A matter put before 政策会議. */
export interface ReferralView {
  kind: 'motion' | 'report'
  subject: string
  summary: string
  requestedDecision: string
  heldOn: Day
  outcome: string | null
  outcomeOn: Day | null
}

/** What awaits the committee (held ones whose day has come too), what is in the council, and what is being nurtured. */
export const triageViews = ['waiting', 'inCouncil', 'onHold'] as const
export type TriageView = (typeof triageViews)[number]
