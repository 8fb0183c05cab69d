/**
 * What may follow what in the life of a proposal 「提案」. One table: no other place compares stages. An award is
 * not a decision and a decision is not an implementation, so those are axes of their own.
 */
export const stages = [
  'draft',
  'submitted',
  'returned',
  'notAccepted',
  'informed',
  'merged',
  'considering',
  'awaitingCommittee',
  'inCommittee',
  'inCouncil',
  'onHold',
  'decided',
  'notified',
  'implementing',
  'implemented',
  'completed',
  'closed',
  'withdrawn',
] as const

export type Stage = (typeof stages)[number]

interface Transition {
  readonly from: readonly Stage[]
  readonly to: Stage
}

export const lifecycle = {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  acceptForReview: { from: ['submitted'], to: 'considering' },
  returnForRevision: { from: ['submitted'], to: 'returned' },
  // 色麻町: the reason must be told.
  declineAtIntake: { from: ['submitted'], to: 'notAccepted' },
  // 橋本市 情報提供型: the department is told, there is no review.
  informOnly: { from: ['submitted'], to: 'informed' },
  mergeInto: { from: ['submitted', 'considering'], to: 'merged' },
  undoMergerBeforeAcceptance: { from: ['merged'], to: 'submitted' },
  undoMerger: { from: ['merged'], to: 'considering' },
  // The last answer closes the consideration.
  closeConsideration: { from: ['considering'], to: 'awaitingCommittee' },
  // 上越市 型, where the campaign allows it.
  decideByDepartment: { from: ['considering'], to: 'decided' },
  putOnAgenda: { from: ['awaitingCommittee', 'onHold'], to: 'inCommittee' },
  // 次回へ回す
  postpone: { from: ['inCommittee'], to: 'awaitingCommittee' },
  askAgain: { from: ['inCommittee'], to: 'considering' },
  referToCouncil: { from: ['inCommittee'], to: 'inCouncil' },
  returnFromCouncil: { from: ['inCouncil'], to: 'inCommittee' },
  decide: { from: ['inCommittee', 'inCouncil'], to: 'decided' },
  holdForRecheck: { from: ['inCommittee', 'inCouncil'], to: 'onHold' },
  // By itself on the recheck date and every April.
  comeBack: { from: ['onHold'], to: 'awaitingCommittee' },
  notify: { from: ['decided'], to: 'notified' },
  startImplementation: { from: ['notified'], to: 'implementing' },
  completeImplementation: { from: ['implementing'], to: 'implemented' },
  abandonImplementation: { from: ['notified', 'implementing'], to: 'closed' },
  verifyEffect: { from: ['implemented'], to: 'completed' },
  close: { from: ['notified'], to: 'closed' },
  withdraw: {
    from: ['submitted', 'returned', 'considering', 'awaitingCommittee', 'inCommittee', 'inCouncil', 'onHold'],
    to: 'withdrawn',
  },
} as const satisfies Record<string, Transition>

export type Verb = keyof typeof lifecycle

export function mayFollow(verb: Verb, stage: Stage): boolean {
  const from: readonly Stage[] = lifecycle[verb].from
  return from.includes(stage)
}

/** The verbs that the table allows from a stage; who may use them is a question for policy.ts. */
export function verbsFrom(stage: Stage): Verb[] {
  return (Object.keys(lifecycle) as Verb[]).filter((verb) => mayFollow(verb, stage))
}

/** Before submission and after a return the text is the authors' to change. */
export function isEditable(stage: Stage): boolean {
  return mayFollow('submit', stage)
}

/** What may be taken up again as a new draft 「再提案」. */
export function isResubmittable(stage: Stage): boolean {
  return (['notAccepted', 'closed', 'withdrawn'] as Stage[]).includes(stage)
}

/** Nothing more will happen to it, unless somebody takes it up again. */
export function isOver(stage: Stage): boolean {
  const endings: readonly Stage[] = ['notAccepted', 'informed', 'merged', 'completed', 'closed', 'withdrawn']
  return endings.includes(stage)
}

/** What another proposal may be merged into: submitted, and not ended in a way that would end the other one too. */
export function takesMergers(stage: Stage): boolean {
  const deadEnds: readonly Stage[] = ['draft', 'returned', 'notAccepted', 'informed', 'merged', 'withdrawn']
  return !deadEnds.includes(stage)
}

export const publicSteps = ['提出', '課の検討', '委員会', '実施', '効果の確認'] as const

/** The five steps that everybody reads, 1 to 5; undefined where there is no step to stand on (a draft, an ending). */
export function stepOf(stage: Stage): number | undefined {
  switch (stage) {
    case 'submitted':
    case 'returned':
      return 1
    case 'considering':
      return 2
    case 'awaitingCommittee':
    case 'inCommittee':
    case 'inCouncil':
    case 'onHold':
    case 'decided':
      return 3
    case 'notified':
    case 'implementing':
      return 4
    case 'implemented':
    case 'completed':
      return 5
    case 'draft':
    case 'notAccepted':
    case 'informed':
    case 'merged':
    case 'closed':
    case 'withdrawn':
      return undefined
  }
}

/**
 * The stage as it may be shown: a decision stays unpublished until the notice, so that everybody outside the
 * committee and the secretariat still reads “in committee”.
 */
export function shownStage(stage: Stage, knowsDecisions: boolean): Stage {
  return stage === 'decided' && !knowsDecisions ? 'inCommittee' : stage
}
