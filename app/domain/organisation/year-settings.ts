import type { FiscalYearRow } from '#db/schema'

/** Everything a city decides for a year; see the columns for units. */
export type FiscalYearSettings = Omit<FiscalYearRow, 'fiscalYear' | 'closedAt' | 'closedById' | 'version'>
export type SettingName = keyof FiscalYearSettings
export type SettingValue = string | number | null

export const countingBases = ['implemented', 'adopted'] as const
export const denominators = ['inScope', 'all'] as const

/** 2 次長級 in the list of posts, where 1 is 部長級 and 3 課長級; also where no year is open. */
export const usualDeputyRank = 2

export const basisLabels: Readonly<Record<FiscalYearSettings['countingBasis'], string>> = {
  implemented: '実施した日（採用された提案は、実施されてから数える）',
  adopted: '判定の日（採用された提案は、採用されたときに数える）',
}

export const denominatorLabels: Readonly<Record<FiscalYearSettings['denominator'], string>> = {
  inScope: '対象の事務事業',
  all: 'すべての事務事業',
}

export const settingLabels: Readonly<Record<SettingName, string>> = {
  targetPermille: '目標',
  definition: '定義',
  smallDepartmentProjects: '「参考」と示す課',
  countingBasis: '数える日',
  denominator: '割合の分母',
  receiveWithinWorkingDays: '受付の期限',
  answerWithinDays: '検討の期限',
  noticeWithinDays: '結果通知の期限',
  confirmWithinDays: '報告の確認の期限',
  remindDaysBefore: '期限前の催促',
  minimumGroundsLength: '検討の根拠の長さ',
  titleLength: '件名の長さ',
  suspiciousMinutesPerYear: '根拠を尋ねる時間の効果',
  suspiciousYenPerYear: '根拠を尋ねる金額の効果',
  prepareDaysBefore: '次の年度の準備の催促',
  deputyRank: '次長級の級',
  followUpMonths: '「その後」を尋ねる時期',
}

/** Which settings are decided together, each group on a page of its own. */
export const settingGroups = {
  target: ['targetPermille', 'definition', 'smallDepartmentProjects'],
  counting: ['countingBasis', 'denominator'],
  deadlines: [
    ...(['receiveWithinWorkingDays', 'answerWithinDays', 'noticeWithinDays', 'confirmWithinDays'] as const),
    ...(['remindDaysBefore', 'minimumGroundsLength', 'titleLength'] as const),
    ...(['suspiciousMinutesPerYear', 'suspiciousYenPerYear'] as const),
    ...(['prepareDaysBefore', 'deputyRank', 'followUpMonths'] as const),
  ],
} as const satisfies Record<string, readonly SettingName[]>

const minutesPerHour = 60

/** As it stands in a field of the form: a share in percent, an effect in hours. */
export function settingAsTyped(name: SettingName, value: SettingValue): string {
  if (value === null) return ''
  if (name === 'targetPermille') return `${Math.floor(Number(value) / 10)}.${Number(value) % 10}`
  if (name === 'suspiciousMinutesPerYear') return String(Math.round(Number(value) / minutesPerHour))
  return String(value)
}

/** 「14日以内」, 「70.0％」 */
export function settingInWords(name: SettingName, value: SettingValue): string {
  if (value === null) return 'なし'
  if (name === 'countingBasis') return basisLabels[value as FiscalYearSettings['countingBasis']]
  if (name === 'denominator') return denominatorLabels[value as FiscalYearSettings['denominator']]
  const typed = settingAsTyped(name, value)
  return typeof value === 'number' ? quantities[name](Number(typed), typed) : value
}

const within = (days: number) => `${days}日以内`
const plain = (_: number, typed: string) => typed

const quantities: Readonly<Record<SettingName, (amount: number, typed: string) => string>> = {
  ...{ definition: plain, countingBasis: plain, denominator: plain },
  targetPermille: (_, typed) => `${typed}％`,
  smallDepartmentProjects: (projects) => `${projects}事務事業より少ない課`,
  receiveWithinWorkingDays: (days) => `提出から${days}開庁日以内`,
  answerWithinDays: within,
  noticeWithinDays: within,
  confirmWithinDays: within,
  remindDaysBefore: (days) => `${days}日前`,
  minimumGroundsLength: (length) => `${length}字以上`,
  titleLength: (length) => `${length}字以内`,
  suspiciousMinutesPerYear: (hours) => `年${hours.toLocaleString('ja-JP')}時間を超えるとき`,
  prepareDaysBefore: (days) => `次の年度の初日の${days}日前から`,
  deputyRank: (rank) => `級が${rank}の職位`,
  followUpMonths: (months) => (months === 0 ? '尋ねない' : `確認か実施から${months}か月後`),
  suspiciousYenPerYear: (yen) => `年${yen.toLocaleString('ja-JP')}円を超えるとき`,
}
