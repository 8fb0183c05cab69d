import { z } from 'zod'
import {
  optionalChoice,
  optionalDecimal,
  optionalId,
  optionalNumber,
  optionalText,
  requiredChoice,
  requiredDay,
  requiredId,
  requiredText,
  severalIds,
  tick,
} from '../fields.server'
import { roundAnswers, roundLimits } from './round'
import { followUpOutcomes } from './follow-up'
import { remarkKinds } from './remarking.server'

export const SpreadForm = z.object({
  state: requiredChoice('状況', ['wanted', 'started', 'done', 'couldNot']),
  projectId: optionalId('どの事務事業で'),
  plannedFor: optionalText('いつごろ', { max: 40 }),
  note: optionalText('ひとこと', { max: 400 }),
  reason: optionalText('できなかった理由', { max: 1000 }),
})

/** Effort is typed in hours a year and kept in minutes. */
export const FollowUpForm = z
  .object({
    outcome: requiredChoice('今のようす', followUpOutcomes),
    word: optionalText('ひとこと', { max: 1000 }),
    hoursPerYear: optionalDecimal('今の1年間の時間', { max: 1_000_000, example: '24' }),
    yenPerYear: optionalNumber('今の1年間の金額'),
  })
  .transform(({ hoursPerYear, ...text }) => ({
    ...text,
    minutesPerYear: hoursPerYear === null ? null : Math.round(hoursPerYear * 60),
  }))

export const GuideForm = z.object({
  steps: optionalText('手順', { max: 4000 }),
  contact: optionalText('問い合わせ先', { max: 200 }),
  cautions: optionalText('気をつけること', { max: 2000 }),
})

export const RoundForm = z
  .object({
    whom: requiredChoice('尋ねる課', ['all', 'chosen']),
    departmentIds: severalIds('尋ねる課', { max: 190 }),
    dueOn: requiredDay('回答の期限'),
    word: optionalText('添えることば', { max: roundLimits.word }),
  })
  .transform(({ whom, departmentIds, ...round }) => ({
    ...{ ...round, departmentIds: whom === 'all' ? null : departmentIds },
  }))

export const ReopeningForm = z.object({ dueOn: requiredDay('回答の期限') })

/** A row of the page: its section, and what is answered for it; nothing where it is left for later. */
const roundRow = z.object({
  section: requiredId('照会'),
  version: requiredId('版'),
  answer: optionalChoice(roundAnswers),
  reason: optionalText('理由・ひとこと', { max: roundLimits.reason }),
})

export const RoundAnswersForm = z
  // A row that is not there leaves a hole: the numbers belong to the rows, not to the order of sending.
  .object({ rows: z.array(roundRow.optional()).max(100).default([]) })
  .superRefine(({ rows }, refinement) => {
    rows.forEach((row, at) => {
      if (row?.answer !== 'notApplicable' || row.reason !== '') return
      const path = ['rows', at, 'reason']
      refinement.addIssue({ code: 'custom', path, message: '該当しない理由を入力してください' })
    })
    if (!rows.some((row) => row?.answer)) {
      refinement.addIssue({ code: 'custom', path: [], message: '1つ以上の改善に回答してください' })
    }
  })
  .transform(({ rows }) =>
    rows.flatMap((row, at) =>
      row?.answer
        ? [
            {
              ...{ sectionId: row.section, version: row.version, answer: row.answer, reason: row.reason },
              field: `rows[${at}].reason`,
            },
          ]
        : [],
    ),
  )

export const RemarkForm = z.object({
  kind: requiredChoice('届けること', remarkKinds),
  text: optionalText('ことば', { max: 1000 }),
})

export const FollowForm = z.object({ follow: tick() })

export const SavedSearchForm = z.object({
  name: requiredText('検索の名前', { max: 40 }),
  query: optionalText('検索の条件', { max: 2_000 }),
})
