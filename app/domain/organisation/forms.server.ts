import { z } from 'zod'
import {
  optionalDay,
  optionalDecimal,
  optionalId,
  optionalNumber,
  optionalText,
  requiredDay,
  requiredId,
  requiredText,
} from '../fields.server'
import { shares } from './quorum-rule'
import { type Retained, retained, retainedLabels } from './retention'
import { bodies } from './seat'
import { yearChecks } from './year-check'
import { countingBases, denominators } from './year-settings'

const kinds = ['main', 'concurrent', 'acting'] as const
const roles = ['chair', 'viceChair', 'member', 'clerk'] as const

export const AppointmentForm = z.object({
  departmentId: requiredId('所属'),
  postId: requiredId('職位'),
  kind: z.enum(kinds, { error: '発令の種類を選んでください' }),
  validFrom: requiredDay('発令日'),
  validTo: optionalDay('終わりの日'),
})

export const SeatForm = z.object({
  body: z.enum(bodies, { error: '会議体を選んでください' }),
  role: z.enum(roles, { error: '役割を選んでください' }),
  validFrom: requiredDay('任期の初日'),
  validTo: optionalDay('任期の末日'),
})

export const DelegationForm = z.object({
  delegateId: requiredId('代理の人'),
  validFrom: requiredDay('始まりの日'),
  validTo: requiredDay('最後の日'),
})

export const QuorumForm = z.object({
  seats: optionalNumber('定数', { max: 1_000, example: '15' }),
  share: z.enum(shares, { error: '定足数を選んでください' }),
  validFrom: requiredDay('始まりの日'),
})

export const ReasonForm = z.object({ label: requiredText('理由の名前', { max: 40 }) })

export const DirectionForm = z.object({ direction: z.enum(['up', 'down']) })

/** A number that must be there, from `min` on. */
function requiredWhole(label: string, { min = 0, max }: { min?: number; max: number }) {
  return optionalNumber(label, { max, example: String(Math.max(min, 1)) }).transform((value, refinement) => {
    if (value !== null && value >= min) return value
    refinement.addIssue({
      code: 'custom',
      message: value === null ? `${label}を入力してください` : `${label}は${min}以上で入力してください`,
    })
    return z.NEVER
  })
}

/** The figure's target in percent; a tenth is the smallest part that the figure has. */
const targetPercent = optionalDecimal('目標', { max: 100, example: '70.5' }).transform(
  (percent, refinement) => {
    const permille = percent === null ? null : Math.round(percent * 1000) / 100
    if (permille === null || Number.isInteger(permille)) return permille
    refinement.addIssue({ code: 'custom', message: '目標は小数第1位までで入力してください（例：70.5）' })
    return z.NEVER
  },
)

export const YearTargetForm = z.object({
  targetPermille: targetPercent,
  definition: requiredText('定義', { max: 500 }),
  smallDepartmentProjects: requiredWhole('「参考」と示す課の事務事業の数', { max: 1_000 }),
})

const days = (label: string, min = 1) => requiredWhole(label, { min, max: 365 })

export const YearDeadlinesForm = z.object({
  receiveWithinWorkingDays: days('受付の期限'),
  answerWithinDays: days('検討の期限'),
  noticeWithinDays: days('結果通知の期限'),
  confirmWithinDays: days('報告の確認の期限'),
  remindDaysBefore: days('期限前の催促', 0),
  minimumGroundsLength: requiredWhole('検討の根拠の長さ', { max: 1_000 }),
  titleLength: requiredWhole('件名の長さ', { min: 10, max: 100 }),
  suspiciousMinutesPerYear: requiredWhole('根拠を尋ねる時間の効果', { min: 1, max: 1_000_000 }).transform(
    (hours) => hours * 60,
  ),
  suspiciousYenPerYear: requiredWhole('根拠を尋ねる金額の効果', { min: 1, max: 1_000_000_000_000 }),
  prepareDaysBefore: days('次の年度の準備の催促', 0),
  deputyRank: requiredWhole('次長級の級', { min: 1, max: 99 }),
  followUpMonths: requiredWhole('「その後」を尋ねる時期', { min: 0, max: 60 }),
})

export const YearCountingForm = z.object({
  countingBasis: z.enum(countingBases, { error: '数える日を選んでください' }),
  denominator: z.enum(denominators, { error: '割合の分母を選んでください' }),
})

export const YearCheckForm = z.object({ item: z.enum(yearChecks) })

const years = (label: string) => requiredWhole(`${label}の年数`, { min: 1, max: 100 })

export const RetentionForm = z.object({
  notifications: years(retainedLabels.notifications),
  imports: years(retainedLabels.imports),
  withdrawnFiles: years(retainedLabels.withdrawnFiles),
} satisfies Record<Retained, unknown>)

/** Nothing for the months means that no draft ever goes. */
export const DraftRuleForm = z.object({
  months: optionalNumber('廃棄するまでの月数', { max: 240, example: '36' }).refine(
    (months) => months === null || months >= 12,
    '廃棄するまでの月数は12以上で入力してください。廃棄しないときは空にします',
  ),
  warnDays: requiredWhole('知らせる日', { min: 14, max: 180 }),
})

/** What the check page showed travels with the button. */
export const DisposalForm = z.object({ what: z.enum(retained), before: requiredDay('保存する最初の日') })

export const LastDayForm = z.object({ lastDay: requiredDay('最後の日') })

const department = {
  name: requiredText('所属の名前', { max: 100 }),
  parentId: optionalId('部'),
}

export const DepartmentForm = z.object(department)

export const NewDepartmentForm = z.object({
  ...department,
  code: requiredText('所属コード', { max: 20 }).transform((text) => text.normalize('NFKC')),
  kind: z.enum(['bureau', 'section'], { error: '種類を選んでください' }),
  validFrom: requiredDay('初日'),
})

const person = {
  name: requiredText('氏名', { max: 100 }),
  kana: optionalText('かな', { max: 100 }),
  email: optionalText('メール', { max: 200 }).transform((text) => (text === '' ? null : text)),
  employmentType: z.enum(['regular', 'fiscalYear'], { error: '職の区分を選んでください' }),
}

export const PersonForm = z.object(person)

export const NewPersonForm = z.object({
  ...person,
  employeeNumber: requiredText('職員番号', { max: 20 }).transform((text) => text.normalize('NFKC')),
})
