import { z } from 'zod'
import {
  optionalDecimal,
  optionalId,
  optionalNumber,
  optionalText,
  requiredChoice,
  requiredText,
  tick,
} from '../fields.server'
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

export const RemarkForm = z.object({
  kind: requiredChoice('届けること', remarkKinds),
  text: optionalText('ことば', { max: 1000 }),
})

export const FollowForm = z.object({ follow: tick() })

export const SavedSearchForm = z.object({
  name: requiredText('検索の名前', { max: 40 }),
  query: optionalText('検索の条件', { max: 2_000 }),
})
