import { z } from 'zod'
import { effectTags } from '../effects'
import {
  optionalId,
  optionalNumber,
  optionalText,
  requiredChoice,
  requiredCode,
  requiredDay,
  requiredId,
  requiredText,
  severalChoices,
  severalIds,
  tick,
} from '../fields.server'
import { missingIn, type ProposalContent } from './content'
import { supportWays } from './support'

const disclosures = ['disclosed', 'hiddenDuringReview', 'secretariatOnly'] as const
const willingnesses = ['together', 'adviceOnly', 'leaveToOthers'] as const

/** A draft may lack anything, but what is there must fit. `titleLength` is the setting of the year. */
export function draftForm(titleLength: number) {
  return z.object(fieldsOf(titleLength)).transform(contentOf)
}

/** The form with its two buttons: one keeps a draft, the other goes on and so wants everything that must be there. */
export function editForm(titleLength: number) {
  return z
    .object({ ...fieldsOf(titleLength), keep: tick() })
    .transform(({ keep, ...fields }) => ({ keep: keep === 1, content: contentOf(fields) }))
    .superRefine(({ keep, content }, refinement) => {
      if (keep) return
      for (const { field, message } of missingIn(content)) {
        refinement.addIssue({ code: 'custom', path: [field], message })
      }
    })
}

function contentOf({
  hoursPerYear,
  minutesEach,
  timesPerYear,
  peopleCount,
  groupName,
  ...rest
}: z.output<z.ZodObject<ReturnType<typeof fieldsOf>>>): ProposalContent {
  return {
    ...rest,
    groupName: groupName === '' ? null : groupName,
    minutesPerYear: hoursPerYear ?? calculated(minutesEach, timesPerYear, peopleCount),
  }
}

/** What the form shows of a stored draft. */
export function valuesOf(content: ProposalContent): Record<string, string | string[]> {
  const { minutesPerYear, yenPerYear, themeId, groupName, effectTags, ...rest } = content
  const texts = (ids: readonly number[]) => ids.map(String)
  return {
    ...rest,
    themeId: themeId === null ? '' : String(themeId),
    groupName: groupName ?? '',
    effectTags: [...effectTags],
    hoursPerYear: minutesPerYear === null ? '' : hoursIn(minutesPerYear),
    yenPerYear: yenPerYear === null ? '' : String(yenPerYear),
    coAuthorIds: texts(content.coAuthorIds),
    projectIds: texts(content.projectIds),
    targetIds: texts(content.targetIds),
  }
}

/** Two decimals are enough to come back to the same minutes. */
function hoursIn(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100)
}

function fieldsOf(titleLength: number) {
  return {
    themeId: optionalId('テーマ'),
    title: optionalText('提案の名前', { max: titleLength }),
    currentSituation: optionalText('今どうなっているか'),
    targetIds: severalIds('対象の課'),
    projectIds: severalIds('対象の事務事業'),
    proposal: optionalText('どう変えるか'),
    concerns: optionalText('実施にあたって心配なこと'),
    effectTags: severalChoices(effectTags),
    expectedEffect: optionalText('期待する効果'),
    hoursPerYear: hours('1年間に減る時間'),
    minutesEach: optionalNumber('1回に減る時間', { max: 100_000, example: '10' }),
    timesPerYear: optionalNumber('1年間の回数', { max: 1_000_000, example: '720' }),
    peopleCount: optionalNumber('人数', { max: 100_000, example: '2' }),
    yenPerYear: optionalNumber('1年間に減る費用', { example: '120000' }),
    cost: optionalText('実施にかかる費用', { max: 1000 }),
    coAuthorIds: severalIds('メンバー', { max: 20 }),
    groupName: optionalText('グループ名', { max: 40 }),
    nameDisclosure: requiredChoice('氏名の公開', disclosures),
    willingness: requiredChoice('採用されたときの関わり方', willingnesses),
  }
}

/** Hours as people write them, 「1.5」 and 「１２０時間」, in minutes. */
function hours(label: string) {
  return optionalText(label).transform((text, refinement): number | null => {
    if (text === '') return null
    const plain = text.normalize('NFKC').replace(/[,、\s]|時間$/g, '')
    if (/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return Math.round(Number(plain) * 60)
    refinement.addIssue({ code: 'custom', message: `${label}は数字で入力してください（例：24）` })
    return z.NEVER
  })
}

/** Minutes × times × people, where all three are given. */
function calculated(minutes: number | null, times: number | null, people: number | null): number | null {
  return minutes === null || times === null || people === null ? null : minutes * times * people
}

export const AcceptanceForm = z
  .object({
    departmentIds: severalIds('照会する課', { min: 1, max: 30 }),
    leadDepartmentId: requiredId('主管課'),
    defaultDueOn: requiredDay('回答の期限'),
    dueOn: z.record(z.string().regex(/^d[1-9]\d{0,14}$/), dueDay()).default({}),
  })
  .refine(
    ({ departmentIds, leadDepartmentId }) => !leadDepartmentId || departmentIds.includes(leadDepartmentId),
    { path: ['leadDepartmentId'], message: '主管課は、照会する課の中から選んでください' },
  )
  .transform(({ departmentIds, leadDepartmentId, defaultDueOn, dueOn }) => ({
    leadDepartmentId,
    asked: departmentIds.map((departmentId) => ({
      departmentId,
      dueOn: dueOn[`d${departmentId}`] ?? defaultDueOn,
    })),
  }))

/** The day of one department; an empty one follows the day for all. */
function dueDay() {
  return z.preprocess((value) => (value === '' ? undefined : value), requiredDay('回答の期限').optional())
}

export const ReturnForm = z.object({ missing: requiredText('加筆してほしいこと') })

export const RefusalForm = z.object({
  reasonCode: requiredCode('理由の区分'),
  reason: requiredText('理由', { min: 10 }),
})

export const InformationForm = z.object({
  departmentId: requiredId('情報を伝える課'),
  reason: requiredText('理由'),
})

export const MergerForm = z.object({
  intoId: requiredId('統合先の提案'),
  reason: requiredText('理由'),
})

export const WithdrawalForm = z.object({ reason: optionalText('取り下げの理由') })

/** What a script sends of a form that is being typed. */
export const SimilarForm = z.object({
  title: optionalText('提案の名前'),
  currentSituation: optionalText('今どうなっているか', { max: 20_000 }),
  proposal: optionalText('どう変えるか', { max: 20_000 }),
  projectIds: severalIds('対象の事務事業'),
  targetIds: severalIds('対象の課'),
  effectTags: severalChoices(effectTags),
})

export const SupportForm = z.object({
  how: requiredChoice('伝えること', supportWays),
  text: optionalText('追記', { max: 2000 }),
})

export const SupportWithdrawalForm = z.object({ how: requiredChoice('取り消すこと', ['agree', 'together']) })
