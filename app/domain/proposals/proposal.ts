import { belongsTo, isSecretariat, isSystem, sitsOn, type Actor } from '../organisation/actor'
import { mayFollow, type Stage } from './lifecycle'

export type NameDisclosure = 'disclosed' | 'hiddenDuringReview' | 'secretariatOnly'
export type Willingness = 'together' | 'adviceOnly' | 'leaveToOthers'

/** What every permission question about a proposal looks at. Holds no name and no text. */
export interface ProposalFacts {
  readonly id: number
  readonly stage: Stage
  readonly version: number
  /** People who wrote it and have not left, the lead author first. */
  readonly authorIds: readonly number[]
  /** Authors of proposals that were merged into this one: they are credited, and follow what becomes of it. */
  readonly creditedIds: readonly number[]
  /** Who was named to help a proposal on hold 「伴走」; empty once it came back. */
  readonly helperIds: readonly number[]
  /** It is or was on hold 「継続検討」. */
  readonly wasHeld: boolean
  /** 三者協議 was held about it. */
  readonly wasTalkedOver: boolean
  readonly nameDisclosure: NameDisclosure
  readonly submitted: boolean
  readonly notified: boolean
  readonly referred: boolean
  readonly leadDepartmentId: number | null
  /** The bureaus that answer for the lead department, whatever became of it since. */
  readonly leadBureauIds: readonly number[]
  /** Departments asked, told (informOnly) or named to carry it out once notified. */
  readonly concernedDepartmentIds: readonly number[]
  /** Departments asked for their opinion by one that considers 「合議」. */
  readonly consultedDepartmentIds: readonly number[]
  readonly implementingDepartmentId: number | null
  /** On the agenda of a meeting that is not over, where it still waits to be dealt with. */
  readonly openItemId: number | null
}

export function isAuthor(actor: Actor, { authorIds }: Pick<ProposalFacts, 'authorIds'>): boolean {
  return authorIds.includes(actor.personId)
}

/**
 * Who may read it: a draft its authors alone; from submission authors (of merged ones too), secretariat, the
 * departments asked, those they consult and the committee (the council once it was referred), on hold its helper; from the notice on all
 * staff, declined ones too.
 */
export function isSeenBy(actor: Actor, facts: ProposalFacts): boolean {
  if (isAuthor(actor, facts) || facts.creditedIds.includes(actor.personId)) return true
  if (!facts.submitted) return false
  return (
    facts.notified ||
    isSystem(actor) ||
    isSecretariat(actor) ||
    isOfConcerned(actor, facts) ||
    (mayFollow('comeBack', facts.stage) && facts.helperIds.includes(actor.personId)) ||
    (sitsOn(actor, 'improvementCommittee') && isReviewed(facts.stage)) ||
    (sitsOn(actor, 'policyCouncil') && facts.referred)
  )
}

/** Of a department that was asked, told or consulted. */
export function isOfConcerned(
  actor: Actor,
  facts: Pick<ProposalFacts, 'concernedDepartmentIds' | 'consultedDepartmentIds'>,
): boolean {
  return [...facts.concernedDepartmentIds, ...facts.consultedDepartmentIds].some((departmentId) =>
    belongsTo(actor, departmentId),
  )
}

/** The committee reads what was accepted for review, not what ended at intake. */
function isReviewed(stage: Stage): boolean {
  const beforeReview: readonly Stage[] = [
    'draft',
    'submitted',
    'returned',
    'notAccepted',
    'informed',
    'withdrawn',
  ]
  return !beforeReview.includes(stage)
}

/**
 * Whose name may be known without asking. 氏名を秘して審査 is the classic rule (稲沢市, 鴨川市, 武雄市, 三木市): hidden
 * from everybody but the authors until the notice, or for good. The secretariat looks by a logged act of its own.
 */
export function knowsAuthors(
  actor: Actor,
  facts: Pick<ProposalFacts, 'authorIds' | 'nameDisclosure' | 'notified'>,
): boolean {
  return isAuthor(actor, facts) || areNamesPublic(facts)
}

/** Known to whoever may read the proposal at all. */
export function areNamesPublic({
  nameDisclosure,
  notified,
}: Pick<ProposalFacts, 'nameDisclosure' | 'notified'>): boolean {
  return nameDisclosure === 'disclosed' || (nameDisclosure === 'hiddenDuringReview' && notified)
}

/** Decisions stay unpublished until the notice; these prepare it. */
export function knowsDecisions(actor: Actor): boolean {
  return isSecretariat(actor) || sitsOn(actor, 'improvementCommittee') || sitsOn(actor, 'policyCouncil')
}
