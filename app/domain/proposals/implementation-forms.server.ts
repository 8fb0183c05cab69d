import { z } from 'zod'
import {
  optionalDay,
  optionalNumber,
  requiredChoice,
  requiredDay,
  requiredText,
  tick,
} from '../fields.server'
import { reportableStatuses } from './implementation'

export const StartForm = z.object({
  owner: requiredText('担当', { max: 100 }),
  plannedOn: requiredDay('実施予定日'),
  nextReportOn: optionalDay('次の報告の予定日'),
})

/** How it goes while it is under way. */
export const ProgressForm = z.object({
  status: requiredChoice('今の状況', reportableStatuses),
  text: requiredText('進み具合'),
  nextReportOn: requiredDay('次の報告の予定日'),
})

export const ReversalForm = z.object({ lesson: requiredText('元に戻した理由と、分かったこと') })

/** Effort is typed in hours a year and kept in minutes. */
export const CompletionForm = z
  .object({
    implementedOn: requiredDay('実施した日'),
    hoursPerYear: optionalNumber('減った時間', { max: 1_000_000 }),
    actualYenPerYear: optionalNumber('減った費用', { example: '50000' }),
    recurring: tick(),
    actualEffect: requiredText('実際の効果'),
    evidence: requiredText('効果の根拠'),
  })
  .transform(({ hoursPerYear, ...completion }) => ({
    ...completion,
    actualMinutesPerYear: hoursPerYear === null ? null : hoursPerYear * 60,
  }))

export const AbandonmentForm = z.object({ reason: requiredText('実施を見送る理由') })

export const VerificationForm = z.object({ verification: requiredText('確認した内容') })
