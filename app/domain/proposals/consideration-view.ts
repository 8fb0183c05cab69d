import type { ShownAttachment } from '../attachments/attachment'
import type { Day, Instant } from '../calendar'
import type { EffectTag } from '../effects'
import type { ConsiderationField, ConsiderationText } from './consideration'
import type { ConsultationView } from './consultation-view'
import type { Stage } from './lifecycle'

/** The record as a page shows it. Signed by the department: an answer belongs to the post, not to a person. */
export interface ConsiderationView {
  id: number
  departmentName: string
  round: number
  isLead: boolean
  /** Asked of a department of the reader, or of one that it came out of. */
  isOurs: boolean
  /** What the committee asked, from the second round on. */
  question: string | null
  askedAt: Instant
  dueOn: Day
  takenUpAt: Instant | null
  answeredAt: Instant | null
  /** Where a delegate answered, for whom: 「髙橋（代理 佐藤）」. */
  answeredFor: string | null
  /** The answer, without what this reader is not meant to read; null before it is given. */
  text: ConsiderationText | null
  reasonLabel: string | null
  /** What it asked of other departments 「合議」; empty for whoever is not meant to read that. */
  consultations: readonly ConsultationView[]
}

/** What is being considered: the proposal without its people. */
export interface ConsideredSubject {
  id: number
  title: string
  receiptNumber: string | null
  stage: Stage
  acceptedAt: Instant | null
  leadDepartmentName: string | null
  currentSituation: string
  proposal: string
  concerns: string
  expectedEffect: string
  cost: string
  effectTags: readonly EffectTag[]
  minutesPerYear: number | null
  yenPerYear: number | null
  projects: readonly { id: number; code: string; name: string }[]
  /** As whoever judges the proposal may know them. */
  attachments: readonly ShownAttachment[]
}

/** Who reads a field of an answer; written beside each field of the form. */
export type Readership = 'everybody' | 'reviewers' | 'proposer'

export const readership: Readonly<Record<ConsiderationField, Readership>> = {
  stance: 'everybody',
  grounds: 'everybody',
  part: 'everybody',
  conditions: 'everybody',
  trial: 'everybody',
  alternative: 'everybody',
  reasonCode: 'everybody',
  possibleWhen: 'everybody',
  plannedOn: 'everybody',
  owner: 'reviewers',
  costYen: 'reviewers',
  expectedEffect: 'everybody',
  laws: 'reviewers',
  consulted: 'reviewers',
  reference: 'everybody',
  wordToProposer: 'proposer',
}

/** The part of an answer that these readers are meant to read. */
export function readableText(
  text: ConsiderationText,
  readers: { isReviewer: boolean; isAuthor: boolean },
): ConsiderationText {
  return {
    ...text,
    owner: readers.isReviewer ? text.owner : '',
    costYen: readers.isReviewer ? text.costYen : null,
    laws: readers.isReviewer ? text.laws : '',
    consulted: readers.isReviewer ? text.consulted : '',
    wordToProposer: readers.isReviewer || readers.isAuthor ? text.wordToProposer : '',
  }
}
