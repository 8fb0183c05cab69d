import { no, type Verdict, yes } from '../verdict'
import type { ConsiderationText } from './consideration'

/** The texts of a record that a department writes alike time and again. */
export const templateFields = ['grounds', 'conditions', 'possibleWhen', 'wordToProposer'] as const
export type TemplateText = Pick<ConsiderationText, (typeof templateFields)[number]>

/** 回答のひな形. */
export interface AnswerTemplate extends TemplateText {
  readonly id: number
  readonly departmentId: number
  readonly departmentName: string
  readonly name: string
  readonly version: number
  /** The reader heads its department, or one that came out of it. */
  readonly isHeaded: 0 | 1
}

/** Head and delegate answer, so they say in what words; everybody of the department drafts with them. */
export function mayKeepTemplates(isHeaded: boolean): Verdict {
  return isHeaded ? yes : no('回答のひな形を作り、直し、廃止できるのは、その課の所属長と代理の人です。')
}

/** The record with the wording in the fields that are still empty: what was typed is never replaced. */
export function filledFrom<Text extends TemplateText>(template: TemplateText, text: Text): Text {
  const filled = { ...text }
  for (const field of templateFields) if (text[field].trim() === '') filled[field] = template[field]
  return filled
}
