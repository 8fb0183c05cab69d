import { fiscalYearShort } from '../calendar'
import { type Actor, belongsTo, heads, isSecretariat, isSystem, onBehalfOf } from '../organisation/actor'

/**
 * 一人一改善: an improvement that was carried out already. What may follow what, in one table; no other place
 * compares stages.
 */
export const practiceStages = ['draft', 'reported', 'returned', 'confirmed'] as const
export type PracticeStage = (typeof practiceStages)[number]

export const practiceLifecycle = {
  report: { from: ['draft', 'returned'], to: 'reported' },
  returnForRevision: { from: ['reported'], to: 'returned' },
  confirm: { from: ['reported'], to: 'confirmed' },
} as const satisfies Record<string, { from: readonly PracticeStage[]; to: PracticeStage }>

export type PracticeVerb = keyof typeof practiceLifecycle

export function mayFollow(verb: PracticeVerb, stage: PracticeStage): boolean {
  const from: readonly PracticeStage[] = practiceLifecycle[verb].from
  return from.includes(stage)
}

/** Before reporting and after a return the text is the authors' to change. */
export function isOwnDraft({ stage }: { stage: PracticeStage }): boolean {
  return mayFollow('report', stage)
}

/** Somebody has to confirm it or give it back. */
export function isWaiting({ stage }: { stage: PracticeStage }): boolean {
  return mayFollow('confirm', stage)
}

export const practiceSteps = ['報告', '課長の確認', '登録'] as const

/** Where a report stands among the three steps; 0 before the first. */
export function practiceStepOf(stage: PracticeStage): number {
  return { draft: 0, returned: 1, reported: 2, confirmed: 3 }[stage]
}

/** What every permission question about a report looks at. Holds no text. */
export interface PracticeFacts {
  readonly id: number
  readonly stage: PracticeStage
  readonly version: number
  readonly reporterId: number
  readonly memberIds: readonly number[]
  readonly reported: boolean
  readonly projectUnknown: boolean
  readonly departmentId: number
  /** The same by today's organisation: itself, or what came out of it. */
  readonly departmentIds: readonly number[]
  /** Whose heads confirm, by today's organisation, with their bureaus; none where the secretariat does. */
  readonly confirmingDepartmentIds: readonly number[]
}

export function isAuthorOf(actor: Actor, facts: Pick<PracticeFacts, 'reporterId' | 'memberIds'>): boolean {
  return facts.reporterId === actor.personId || facts.memberIds.includes(actor.personId)
}

/** A draft its authors alone; once reported the department, whoever confirms and the secretariat; confirmed, all staff. */
export function isPracticeSeenBy(actor: Actor, facts: PracticeFacts): boolean {
  if (isAuthorOf(actor, facts)) return true
  if (!facts.reported) return false
  return (
    facts.stage === 'confirmed' ||
    facts.departmentIds.some((departmentId) => belongsTo(actor, departmentId)) ||
    isConfirmer(actor, facts) ||
    isSecretariat(actor) ||
    isSystem(actor)
  )
}

/**
 * The head of the confirming department or of its bureau; the secretariat where no head is left to ask. A delegate not for
 * one of the `barred`.
 */
export function isConfirmer(
  actor: Actor,
  { confirmingDepartmentIds }: PracticeFacts,
  barred: readonly number[] = [],
): boolean {
  return confirmingDepartmentIds.length === 0
    ? isSecretariat(actor)
    : confirmingDepartmentIds.some((departmentId) => heads(actor, departmentId, barred))
}

/** For which head a delegate confirms or gives back. */
export function confirmsFor(actor: Actor, { confirmingDepartmentIds }: PracticeFacts): number | null {
  return onBehalfOf(actor, confirmingDepartmentIds, 'head')
}

/** 受付番号 of reports: R8-0142, counted anew in every fiscal year. */
export function practiceReceiptNumber(fiscalYear: number, seq: number): string {
  return `${fiscalYearShort(fiscalYear)}-${String(seq).padStart(4, '0')}`
}
