import type { DelegationEvent } from './of-delegations'
import type { ImprovementEvent, MemoEvent, PracticeEvent } from './of-improvements'
import type { OfficeEvent } from './of-office'
import type { ConsiderationEvent, ImplementationEvent, ProposalEvent } from './of-proposals'
import type { SittingEvent } from './of-sittings'
import type { YearEvent } from './of-years'

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
  | DelegationEvent
  | YearEvent
  | OfficeEvent

export type EventKind = DomainEvent['kind']

/** An event with its place in the log. */
export type Logged<E extends DomainEvent = DomainEvent> = E & { readonly seq: number }
