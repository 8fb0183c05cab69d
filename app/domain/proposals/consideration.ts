import type { Day } from '../calendar'
import type { Stance } from './decision'

/*
 * The consideration record 「検討記録」: “各所属は…提案された内容については、前向きに検討する”. It asks first how the idea
 * could be done: with conditions, as a small trial, by another way.
 */

/** What a department writes. The same in a draft, where everything may be missing, and in its answer. */
export interface ConsiderationText {
  stance: Stance | null
  grounds: string
  part: string
  conditions: string
  trial: string
  alternative: string
  reasonCode: string | null
  possibleWhen: string
  /** When it is done; for 「育てる」 until when it is looked after. */
  plannedOn: Day | null
  owner: string
  costYen: number | null
  expectedEffect: string
  laws: string
  consulted: string
  reference: string
  wordToProposer: string
}

export type ConsiderationField = keyof ConsiderationText

export const considerationLabels: Readonly<Record<ConsiderationField, string>> = {
  stance: '検討結果',
  grounds: '理由',
  part: '実施する部分',
  conditions: '実施に必要な条件',
  trial: '試し方',
  alternative: '代替案',
  reasonCode: '困難な理由の区分',
  possibleWhen: '何があれば実現できるか',
  plannedOn: '実施時期',
  owner: '担当',
  costYen: '費用の見込み',
  expectedEffect: '効果の見込み',
  laws: '関係する法令・規程',
  consulted: '合議した課',
  reference: '既に実施・計画している内容',
  wordToProposer: '提案者へのひとこと',
}

export function labelOf(field: ConsiderationField, stance: Stance | null): string {
  return field === 'plannedOn' && stance === 'study' ? 'いつまで育てるか' : considerationLabels[field]
}

/** What belongs to an answer besides its grounds, and whether the answer needs it. */
const belonging: Readonly<
  Record<
    Stance,
    { readonly needs: readonly ConsiderationField[]; readonly takes: readonly ConsiderationField[] }
  >
> = {
  do: { needs: ['plannedOn', 'owner'], takes: [] },
  partly: { needs: ['part'], takes: ['plannedOn', 'owner'] },
  conditional: { needs: ['conditions'], takes: ['plannedOn', 'owner'] },
  trial: { needs: ['trial'], takes: ['plannedOn', 'owner'] },
  study: { needs: ['plannedOn', 'owner'], takes: [] },
  alternative: { needs: ['alternative'], takes: ['plannedOn', 'owner'] },
  difficult: { needs: ['reasonCode', 'possibleWhen'], takes: [] },
  alreadyDone: { needs: ['reference'], takes: [] },
}

const ofEveryAnswer: readonly ConsiderationField[] = [
  'stance',
  'grounds',
  'costYen',
  'expectedEffect',
  'laws',
  'consulted',
  'wordToProposer',
]

export function belongsToAnswer(field: ConsiderationField, stance: Stance): boolean {
  const { needs, takes } = belonging[stance]
  return ofEveryAnswer.includes(field) || needs.includes(field) || takes.includes(field)
}

/** The answers that a field belongs to: where the form shows it. */
export function answersWith(field: ConsiderationField, stances: readonly Stance[]): Stance[] {
  return stances.filter((stance) => belongsToAnswer(field, stance))
}

export interface Missing<Field extends string = string> {
  field: Field
  message: string
}

/** What is still needed before a text may be the department's answer; empty when nothing is. */
export function missingInAnswer(
  text: ConsiderationText,
  { minimumGroundsLength }: { minimumGroundsLength: number },
): Missing<ConsiderationField>[] {
  const { stance } = text
  const needed: ConsiderationField[] = ['stance', 'grounds', ...(stance ? belonging[stance].needs : [])]
  const missing = needed
    .filter((field) => isEmpty(text[field]))
    .map((field) => ({ field, message: askFor(field, stance) }))
  const length = [...text.grounds].length
  // A refusal in one word helps nobody to try again (飯田市規程 第7条: in writing, with the reason).
  if (stance === 'difficult' && length > 0 && length < minimumGroundsLength) {
    missing.push({
      field: 'grounds',
      message: `現時点では困難なときは、理由を${minimumGroundsLength}字以上で入力してください（今${length}字です）`,
    })
  }
  return missing
}

/** Leaves out what was typed for another answer before this one was chosen. */
export function withoutOtherAnswers(text: ConsiderationText): ConsiderationText {
  const { stance } = text
  if (stance === null) return text
  const keep = <Value>(field: ConsiderationField, value: Value, empty: Value) =>
    belongsToAnswer(field, stance) ? value : empty
  return {
    ...text,
    part: keep('part', text.part, ''),
    conditions: keep('conditions', text.conditions, ''),
    trial: keep('trial', text.trial, ''),
    alternative: keep('alternative', text.alternative, ''),
    reasonCode: keep('reasonCode', text.reasonCode, null),
    possibleWhen: keep('possibleWhen', text.possibleWhen, ''),
    plannedOn: keep('plannedOn', text.plannedOn, null),
    owner: keep('owner', text.owner, ''),
    reference: keep('reference', text.reference, ''),
  }
}

function isEmpty(value: string | number | null): boolean {
  return value === null || value === ''
}

function askFor(field: ConsiderationField, stance: Stance | null): string {
  const isChosen = field === 'stance' || field === 'reasonCode'
  return `${labelOf(field, stance)}を${isChosen ? '選んで' : '入力して'}ください`
}
