import { z } from 'zod'
import type { Day } from '../calendar'
import {
  optionalChoice,
  optionalDay,
  optionalId,
  optionalText,
  requiredChoice,
  requiredDay,
  requiredId,
  requiredText,
  severalIds,
  tick,
} from '../fields.server'
import { agreementFields } from '../committees/forms.server'
import {
  type DecisionText,
  decisionFieldLabels as labels,
  missingInDecision,
  withoutOtherDecisions,
} from './committee'
import type { NamedDecision } from './committee-naming.server'
import { decisions, directives } from './decision'
import { noticeBatch } from './notice-lookup.server'

const decisionFields = {
  reason: optionalText(labels.reason),
  part: optionalText(labels.part),
  reasonCode: optionalText(labels.reasonCode, { max: 50 }).transform((code) => code || null),
  possibleWhen: optionalText(labels.possibleWhen),
  reference: optionalText(labels.reference),
  directive: optionalChoice(directives),
  implementingDepartmentId: optionalId(labels.implementingDepartmentId),
  owner: optionalText(labels.owner, { max: 100 }),
  plannedOn: optionalDay(labels.plannedOn),
  targetProjectId: optionalId(labels.targetProjectId),
  projectCode: optionalText('事務事業コード', { max: 20 }),
  recheckOn: optionalDay(labels.recheckOn),
  helperId: optionalId(labels.helperId),
  helperNumber: optionalText('職員番号', { max: 20 }),
}

/** What a decision needs depends on it; its day is that of the meeting. With how it was agreed on. */
export function itemDecisionForm(today: Day, heldOn: Day) {
  return z
    .object({
      // In the order of the page, in which the summary names what is missing.
      decision: requiredChoice(labels.decision, decisions),
      ...decisionFields,
      ...agreementFields,
      reason: requiredText(labels.reason),
    })
    .superRefine(({ note: _, manner: __, votes: ___, castingVote: ____, ...typed }, refinement) =>
      complainOf({ ...typed, heldOn }, today, refinement),
    )
}

/** What came of an item of 政策会議. */
export function itemOutcomeForm(today: Day, heldOn: Day) {
  return z
    .object({
      outcome: requiredText('会議の結果'),
      decision: optionalChoice(decisions),
      ...decisionFields,
      ...agreementFields,
    })
    .superRefine(
      (
        { decision, outcome: _, note: __, manner: ___, votes: ____, castingVote: _____, ...typed },
        refinement,
      ) => {
        if (decision) complainOf({ ...typed, decision, heldOn }, today, refinement)
      },
    )
}

/** Several items of an agenda, chosen by their boxes. */
export const ChosenItemsForm = z.object({ chosen: severalIds('提案', { min: 1, max: 60 }) })

export const InquiryForm = z.object({
  chosen: severalIds('提案', { min: 1, max: 60 }),
  question: requiredText('聞きたいこと'),
  dueOn: optionalDay('回答の期限'),
})

export function holdForm(today: Day) {
  return z
    .object({
      reason: requiredText(labels.reason),
      recheckOn: requiredDay(labels.recheckOn),
      helperId: optionalId(labels.helperId),
      helperNumber: optionalText('職員番号', { max: 20 }),
    })
    .superRefine(({ recheckOn, helperId, helperNumber }, refinement) => {
      if (recheckOn <= today) {
        refinement.addIssue({
          code: 'custom',
          path: ['recheckOn'],
          message: '再検討日は明日より後の日を入力してください',
        })
      }
      if (helperId === null && helperNumber === '') {
        refinement.addIssue({ code: 'custom', path: ['helperId'], message: '伴走する人を選んでください' })
      }
    })
}

export const QuestionForm = z.object({
  heldOn: requiredDay('会議の日'),
  question: requiredText('聞きたいこと'),
  departmentIds: severalIds('照会する課', { min: 1 }),
  dueOn: optionalDay('回答の期限'),
})

export const ReferralForm = z
  .object({
    kind: requiredChoice('種類', ['motion', 'report']),
    subject: requiredText('件名', { max: 100 }),
    summary: requiredText('概要'),
    requestedDecision: optionalText('求める決定'),
  })
  .refine(({ kind, requestedDecision }) => kind === 'report' || requestedDecision !== '', {
    path: ['requestedDecision'],
    message: '発議では、求める決定を入力してください',
  })

export const ClosureForm = z.object({ reason: optionalText('終了にする理由') })

export const NoticeForm = z.object({
  entries: z
    .array(z.object({ proposalId: requiredId('提案'), comment: optionalText('事務局から') }))
    .min(1, '結果を通知する提案を1件以上選んでください')
    .max(noticeBatch),
  closeOthers: tick(),
})

function complainOf(typed: NamedDecision, today: Day, refinement: z.RefinementCtx): void {
  const { projectCode, helperNumber, ...ids } = typed
  // A number typed instead of a choice is looked up when the decision is written.
  const text: DecisionText = {
    ...ids,
    targetProjectId: ids.targetProjectId ?? (projectCode === '' ? null : 0),
    helperId: ids.helperId ?? (helperNumber === '' ? null : 0),
  }
  for (const { field, message } of missingInDecision(withoutOtherDecisions(text), today)) {
    refinement.addIssue({ code: 'custom', path: [field], message })
  }
}
