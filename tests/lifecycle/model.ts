import { type Day, dayOf } from '#app/domain/calendar'
import type { Ctx } from '#app/domain/context'
import type { EventKind } from '#app/domain/events/event'
import type { PracticeContent } from '#app/domain/practices/content'
import { practiceLifecycle, type PracticeStage, type PracticeVerb } from '#app/domain/practices/practice'
import type { ConsiderationText } from '#app/domain/proposals/consideration'
import type { ProposalContent } from '#app/domain/proposals/content'
import type { Decision } from '#app/domain/proposals/decision'
import { lifecycle, type Stage, type Verb } from '#app/domain/proposals/lifecycle'
import type { Database } from '#db/schema'
import type { Cast } from './cast'
import type { Dice } from './dice'

/** What must be in the database after everything that was accepted so far, kept without asking the product. */
export interface Model {
  readonly cast: Cast
  now: string
  readonly proposals: ProposalModel[]
  readonly practices: PracticeModel[]
  /** Rows that accepted commands have written and nothing may take away. */
  readonly kept: Kept[]
  /** The last number given out, by stream and fiscal year. */
  readonly receipts: Map<string, number>
  texts: number
}

export interface Kept {
  readonly table: keyof Database
  readonly row: Readonly<Record<string, string | number | null>>
}

export interface ProposalModel {
  readonly id: number
  stage: Stage
  /** The lead first, without those who left. */
  authorIds: number[]
  content: ProposalContent
  fiscalYear: number
  submitted: boolean
  notified: boolean
  referred: boolean
  informedDepartmentId: number | null
  receiptNumber: string | null
  readonly considerations: ConsiderationModel[]
  merger: { readonly intoId: number; readonly from: Stage } | null
  decision: Decision | null
  item: ItemModel | null
  hold: { readonly recheckOn: Day; readonly heldOn: Day; readonly helperId: number | null } | null
  implementingDepartmentId: number | null
  completedById: number | null
  /** Abandoned or reverted. */
  hasEnded: boolean
  /** The one that it takes up again. */
  readonly previousId: number | null
}

/** On the agenda of a meeting of its own, where it waits to be dealt with. */
export interface ItemModel {
  readonly sittingId: number
  readonly body: 'improvementCommittee' | 'policyCouncil'
  readonly heldOn: Day
  /** Empty until the meeting has begun. */
  present: readonly number[]
}

export interface ConsiderationModel {
  readonly id: number
  readonly departmentId: number
  readonly isLead: boolean
  takenUp: boolean
  answered: boolean
  writes: number
  /** What a colleague goes on with stays as an earlier version; one's own draft is replaced. */
  readonly versions: { by: number; text: ConsiderationText }[]
}

export interface PracticeModel {
  readonly id: number
  stage: PracticeStage
  readonly reporterId: number
  content: PracticeContent
  reported: boolean
  departmentId: number
  confirmingDepartmentId: number | null
  receiptNumber: string | null
}

/** One person's attempt at one act. */
export interface Scene {
  readonly model: Model
  readonly by: number
  readonly today: Day
  readonly dice: Dice
  /** The versions on the screen, which may have been overtaken. */
  readonly seen: { readonly version: number; readonly implementation: number }
  /** A text that occurs nowhere else. */
  text(label: string): string
}

export interface Attempt {
  /** What the scheme says, by the model alone. */
  readonly allowed: boolean
  perform(ctx: Ctx): Promise<unknown>
  /** Carries the model on; returns the events that must have been said. */
  accepted(result: unknown): EventKind[]
}

export type ProposalVerb = (scene: Scene, on: ProposalModel) => Attempt
export type PracticeVerbOf = (scene: Scene, on: PracticeModel) => Attempt

export function emptyModel(cast: Cast, now: string): Model {
  return { cast, now, proposals: [], practices: [], kept: [], receipts: new Map(), texts: 0 }
}

export function todayOf({ now }: Model): Day {
  return dayOf(new Date(now).toISOString())
}

export function follows(verb: Verb, { stage }: ProposalModel): boolean {
  return (lifecycle[verb].from as readonly Stage[]).includes(stage)
}

export function advance(proposal: ProposalModel, verb: Verb): void {
  if (!follows(verb, proposal)) throw new Error(`${verb} does not follow ${proposal.stage}`)
  proposal.stage = lifecycle[verb].to
}

export function followsReport(verb: PracticeVerb, { stage }: PracticeModel): boolean {
  return (practiceLifecycle[verb].from as readonly PracticeStage[]).includes(stage)
}

/** Numbers have no gaps within a stream and a fiscal year. */
export function nextReceipt(model: Model, stream: string, fiscalYear: number, digits: number): string {
  const next = (model.receipts.get(`${stream} ${fiscalYear}`) ?? 0) + 1
  model.receipts.set(`${stream} ${fiscalYear}`, next)
  return `R${fiscalYear - 2018}-${String(next).padStart(digits, '0')}`
}
