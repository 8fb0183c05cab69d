import type { Day } from '../calendar'
import type { Decision, Directive } from './decision'
import type { Missing } from './consideration'

export type DecidingBody = 'improvementCommittee' | 'policyCouncil' | 'department'

/** What is written down of a decision 「判定」. */
export interface DecisionText {
  decision: Decision
  /** The day of the meeting. */
  heldOn: Day
  reason: string
  part: string
  reasonCode: string | null
  possibleWhen: string
  reference: string
  /** Null for the usual one of the decision. */
  directive: Directive | null
  implementingDepartmentId: number | null
  owner: string
  plannedOn: Day | null
  targetProjectId: number | null
  recheckOn: Day | null
  /** The person who looks after it until then; 飯田市規程 第8条: help those that could be adopted. */
  helperId: number | null
}

export type DecisionField = keyof DecisionText

export const decisionFieldLabels: Readonly<Record<DecisionField, string>> = {
  decision: '判定',
  heldOn: '会議の日',
  reason: '理由',
  part: '採用する部分',
  reasonCode: '見送りの理由の区分',
  possibleWhen: 'こうなれば再提案できます',
  reference: '既に実施・計画している内容',
  directive: '担当課への指示',
  implementingDepartmentId: '実施担当課',
  owner: '担当',
  plannedOn: '実施予定日',
  targetProjectId: '対象の事務事業',
  recheckOn: '再検討日',
  helperId: '伴走する人',
}

/** What a decision needs besides its reason. An adoption names who does it, when, and for which 事務事業. */
const needs: Readonly<Record<Decision, readonly DecisionField[]>> = {
  adopted: ['implementingDepartmentId', 'owner', 'plannedOn', 'targetProjectId'],
  partlyAdopted: ['part', 'implementingDepartmentId', 'owner', 'plannedOn', 'targetProjectId'],
  adoptedInSpirit: [],
  continued: ['recheckOn', 'helperId'],
  notAdopted: ['reasonCode', 'possibleWhen'],
  alreadyDone: ['reference'],
}

/** 指示 that goes with a decision where nobody says otherwise. */
export const usualDirective: Readonly<Record<Decision, Directive>> = {
  adopted: 'implement',
  partlyAdopted: 'implement',
  adoptedInSpirit: 'study',
  continued: 'study',
  notAdopted: 'information',
  alreadyDone: 'information',
}

export function belongsToDecision(field: DecisionField, decision: Decision): boolean {
  return ['decision', 'heldOn', 'reason', 'directive'].includes(field) || needs[decision].includes(field)
}

export function decisionsWith(field: DecisionField, decisions: readonly Decision[]): Decision[] {
  return decisions.filter((decision) => belongsToDecision(field, decision))
}

/** What a decision still needs, and what in it cannot be, on that day; empty when it stands. */
export function missingInDecision(text: DecisionText, today: Day): Missing<DecisionField>[] {
  const needed: DecisionField[] = ['reason', ...needs[text.decision]]
  const missing: Missing<DecisionField>[] = needed
    .filter((field) => text[field] === null || text[field] === '')
    .map((field) => ({ field, message: askFor(field) }))
  if (text.heldOn > today) {
    missing.push({ field: 'heldOn', message: '会議の日は今日までの日を入力してください' })
  }
  if (needs[text.decision].includes('plannedOn') && text.plannedOn !== null && text.plannedOn < text.heldOn) {
    missing.push({ field: 'plannedOn', message: '実施予定日は会議の日より後の日を入力してください' })
  }
  if (text.decision === 'continued' && text.recheckOn !== null && text.recheckOn <= today) {
    missing.push({ field: 'recheckOn', message: '再検討日は明日より後の日を入力してください' })
  }
  return missing
}

/** Leaves out what was typed for another decision before this one was chosen. */
export function withoutOtherDecisions(text: DecisionText): DecisionText {
  const keep = <Value>(field: DecisionField, value: Value, empty: Value) =>
    belongsToDecision(field, text.decision) ? value : empty
  return {
    ...text,
    part: keep('part', text.part, ''),
    reasonCode: keep('reasonCode', text.reasonCode, null),
    possibleWhen: keep('possibleWhen', text.possibleWhen, ''),
    reference: keep('reference', text.reference, ''),
    implementingDepartmentId: keep('implementingDepartmentId', text.implementingDepartmentId, null),
    owner: keep('owner', text.owner, ''),
    plannedOn: keep('plannedOn', text.plannedOn, null),
    targetProjectId: keep('targetProjectId', text.targetProjectId, null),
    recheckOn: keep('recheckOn', text.recheckOn, null),
    helperId: keep('helperId', text.helperId, null),
  }
}

/** Holding it for a recheck, in the record of decisions. */
export function continuedDecision(
  text: Pick<DecisionText, 'heldOn' | 'reason' | 'recheckOn' | 'helperId'>,
): DecisionText {
  return withoutOtherDecisions({ ...emptyDecision, ...text, decision: 'continued' })
}

const emptyDecision: Omit<DecisionText, 'heldOn' | 'decision'> = {
  directive: null,
  reason: '',
  part: '',
  reasonCode: null,
  possibleWhen: '',
  reference: '',
  implementingDepartmentId: null,
  owner: '',
  plannedOn: null,
  targetProjectId: null,
  recheckOn: null,
  helperId: null,
}

/** A department that decides by itself adopts what it answered. */
export function ownDecision(
  text: Pick<
    DecisionText,
    'heldOn' | 'reason' | 'implementingDepartmentId' | 'owner' | 'plannedOn' | 'targetProjectId'
  >,
): DecisionText {
  return { ...emptyDecision, ...text, decision: 'adopted' }
}

const chosenFields: readonly DecisionField[] = [
  'decision',
  'reasonCode',
  'directive',
  'implementingDepartmentId',
  'targetProjectId',
  'helperId',
]

function askFor(field: DecisionField): string {
  return `${decisionFieldLabels[field]}を${chosenFields.includes(field) ? '選んで' : '入力して'}ください`
}
