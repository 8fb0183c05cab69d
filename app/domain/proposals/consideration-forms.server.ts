import { z } from 'zod'
import {
  optionalChoice,
  optionalDay,
  optionalId,
  optionalNumber,
  optionalText,
  tick,
  requiredDay,
  requiredId,
  requiredText,
} from '../fields.server'
import {
  belongsToAnswer,
  type ConsiderationField,
  considerationLabels as labels,
  type ConsiderationText,
  missingInAnswer,
} from './consideration'
import { mostAnsweredTogether } from './consideration-together'
import { type Stance, stances } from './decision'
import { talkLabels } from './three-party'

const fields = {
  stance: optionalChoice(stances),
  grounds: optionalText(labels.grounds),
  part: optionalText(labels.part),
  conditions: optionalText(labels.conditions),
  trial: optionalText(labels.trial),
  alternative: optionalText(labels.alternative),
  reasonCode: optionalText(labels.reasonCode, { max: 50 }).transform((code) => code || null),
  possibleWhen: optionalText(labels.possibleWhen),
  plannedOn: optionalDay(labels.plannedOn),
  owner: optionalText(labels.owner, { max: 100 }),
  costYen: optionalNumber(labels.costYen, { example: '50000' }),
  expectedEffect: optionalText(labels.expectedEffect),
  laws: optionalText(labels.laws),
  consulted: optionalText(labels.consulted),
  reference: optionalText(labels.reference),
  wordToProposer: optionalText(labels.wordToProposer),
}

/** A draft may lack anything; what is there must be readable. */
export const ConsiderationDraftForm = z.object(fields)

/** The same with the wording to fill it from. */
export const DraftFromTemplateForm = z.object({ ...fields, templateId: requiredId('ひな形') })

/** 回答のひな形 */
export const TemplateForm = z.object({
  name: requiredText('ひな形の名前', { max: 40 }),
  grounds: fields.grounds,
  conditions: fields.conditions,
  possibleWhen: fields.possibleWhen,
  wordToProposer: fields.wordToProposer,
})

export const NewTemplateForm = TemplateForm.extend({ departmentId: requiredId('課') })

/** What is kept while typing: a day or a sum that is only half typed is not there yet. */
export const UnfinishedConsiderationForm = z.object({
  ...fields,
  plannedOn: fields.plannedOn.catch(null),
  costYen: fields.costYen.catch(null),
})

/** The department's word. What was typed for another answer is left out, not complained about. */
export function answerForm(year: { minimumGroundsLength: number }) {
  return z.preprocess(
    withoutOtherFields,
    z
      .object({
        ...fields,
        decides: tick(),
        targetProjectId: optionalId('対象の事務事業'),
        /** The check page was seen. */
        checked: tick(),
        /** Back from the check page to the form. */
        revise: tick(),
      })
      .superRefine((answer, refinement) => {
        if (answer.revise) return
        const text: ConsiderationText = answer
        for (const { field, message } of missingInAnswer(text, year)) {
          refinement.addIssue({ code: 'custom', path: [field], message })
        }
        if (answer.decides && answer.targetProjectId === null) {
          refinement.addIssue({
            code: 'custom',
            path: ['targetProjectId'],
            message: '課で決めるときは、対象の事務事業を選んでください',
          })
        }
      }),
  )
}

/** A record with the version of its text that was shown; 0 where nothing was written. */
const entry = z.object({
  considerationId: requiredId('提案'),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
})

/** The same word for several, with the wording to begin from and the steps of its check page. */
export function togetherForm(year: { minimumGroundsLength: number }) {
  return z.preprocess(
    withoutOtherFields,
    z
      .object({
        ...fields,
        entries: z
          // What was answered meanwhile leaves a hole in the numbers.
          .array(entry.optional())
          .max(mostAnsweredTogether, `まとめて回答できるのは${mostAnsweredTogether}件までです`)
          .default([])
          .transform((all) => all.filter((one) => one !== undefined)),
        templateId: optionalId('ひな形'),
        /** 「空いている欄に入れる」 was pressed. */
        fill: tick(),
        checked: tick(),
        revise: tick(),
      })
      .superRefine((answer, refinement) => {
        const refuse = (field: string, message: string) =>
          refinement.addIssue({ code: 'custom', path: field === '' ? [] : [field], message })
        if (answer.fill && answer.templateId === null) refuse('templateId', 'ひな形を選んでください')
        if (answer.fill || answer.revise) return
        if (answer.entries.length === 0) refuse('', '回答する提案を1件以上選んでください')
        const text: ConsiderationText = answer
        for (const { field, message } of missingInAnswer(text, year)) refuse(field, message)
      }),
  )
}

function withoutOtherFields(typed: unknown): unknown {
  if (typeof typed !== 'object' || typed === null) return typed
  const { stance } = typed as { stance?: unknown }
  if (!isStance(stance)) return typed
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !isField(name) || belongsToAnswer(name, stance)),
  )
}

function isStance(value: unknown): value is Stance {
  return (stances as readonly unknown[]).includes(value)
}

function isField(name: string): name is ConsiderationField {
  return Object.hasOwn(fields, name)
}

/** 期限延長 */
export const ExtensionForm = z.object({
  dueOn: requiredDay('新しい期限'),
  reason: requiredText('延長する理由', { max: 400 }),
})

/** 所管替え */
export const ReassignmentForm = z.object({
  departmentId: requiredId('移す先の課'),
  reason: requiredText('所管替えの理由', { max: 400 }),
})

/** 合議 */
export const ConsultationForm = z.object({
  departmentId: requiredId('合議を求める課'),
  question: requiredText('聞きたいこと', { max: 1000 }),
})

export const OpinionForm = z.object({ opinion: requiredText('課の意見', { max: 2000 }) })

export const AskProposerForm = z.object({ question: requiredText('質問', { max: 1000 }) })

export const AnswerQuestionForm = z.object({ answer: requiredText('回答', { max: 2000 }) })

export const ThreePartyForm = z.object({
  heldOn: requiredDay(talkLabels.heldOn),
  proposerPresent: tick(),
  present: requiredText(talkLabels.present, { max: 400 }),
  note: requiredText(talkLabels.note),
})
