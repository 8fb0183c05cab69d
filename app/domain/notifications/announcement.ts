import type { Day } from '../calendar'
import type { Body } from '../organisation/seat'

/** Whom a message is for. Who that is today is asked when it is written. */
export type Audience =
  | { readonly to: 'person'; readonly personId: number }
  /** Authors who have not left, with those of the proposals merged into it. */
  | { readonly to: 'authors'; readonly proposalId: number }
  /** Who acts as head of a department, or of what came out of it in a reorganisation. */
  | { readonly to: 'heads'; readonly departmentId: number }
  /** Heads of all departments that were asked about a proposal, or for their opinion 「合議」, and still owe an answer. */
  | { readonly to: 'headsAsked'; readonly proposalId: number }
  | { readonly to: 'body'; readonly body: Body }
  /** Those of a body who judge: everybody but its clerk. */
  | { readonly to: 'judges'; readonly body: Body }
  /** Those of a body who write down what it decides. */
  | { readonly to: 'recorders'; readonly body: Body }
  /** The reporter and everybody who took part. */
  | { readonly to: 'practiceMembers'; readonly practiceId: number }
  /** Whoever made an improvement: reporters, or the authors of the proposal it came of. */
  | { readonly to: 'improvers'; readonly improvementId: number }
  | { readonly to: 'followers'; readonly improvementId: number }
  /** Heads of the sections that were asked and have not answered. */
  | { readonly to: 'headsOfRound'; readonly roundId: number }

/** 行動＋対象＋期限: what to do or what happened, with what, by when. Never a name: names may be hidden. */
export interface Announcement {
  readonly audience: Audience
  readonly text: string
  readonly path: string
}

/** What an event is about, as far as messages speak of it. */
export interface Subject {
  readonly title: string
  /** Until when the secretariat receives it, or the head confirms the report. */
  readonly receiveDueOn: Day | null
  readonly noticeWithinDays: number
  readonly implementingDepartmentId: number | null
  readonly plannedOn: Day | null
  /** Whose head confirms the report; null when the secretariat does. */
  readonly confirmingDepartmentId: number | null
  /** The department that the event names. */
  readonly departmentName: string
  /** Whose meeting it is. */
  readonly body: Body
}

/** Addresses as they are kept with a message. */
export const addresses = {
  considerations: () => '/considerations',
  delegations: (departmentId: number) => `/departments/${departmentId}/delegations`,
  proposal: (id: number) => `/proposals/${id}`,
  proposalKeeping: (id: number) => `/proposals/${id}/keeping`,
  proposalEdit: (id: number) => `/proposals/${id}/edit`,
  support: (id: number) => `/proposals/${id}/support`,
  consideration: (id: number) => `/considerations/${id}`,
  consultation: (id: number) => `/consultations/${id}`,
  practice: (id: number) => `/practices/${id}`,
  practiceKeeping: (id: number) => `/practices/${id}/keeping`,
  practiceEdit: (id: number) => `/practices/${id}/edit`,
  improvement: (id: number) => `/improvements/${id}`,
  memo: (id: number) => `/memos/${id}`,
  remarks: (id: number) => `/improvements/${id}/remarks`,
  rounds: () => '/rounds',
  triage: () => '/committee',
  notices: () => '/notices',
  sitting: (id: number) => `/sittings/${id}`,
} as const
