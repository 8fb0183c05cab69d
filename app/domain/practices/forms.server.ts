import { z } from 'zod'
import { warekiShort } from '../calendar'
import { effectTags, ictKinds } from '../effects'
import {
  optionalChoice,
  optionalDay,
  optionalDecimal,
  optionalNumber,
  optionalText,
  requiredId,
  requiredText,
  severalChoices,
  severalIds,
  tick,
} from '../fields.server'
import type { PracticeContent } from './content'

/*
 * A draft may lack anything, so the form only refuses what cannot be read; what a report needs is `missingIn`'s to
 * say. Hours on the screen are minutes in the domain.
 */
const fields = {
  title: optionalText('改善の名前', { max: 200 }),
  projectIds: severalIds('対象の事務事業', { max: 10 }),
  otherProjectIds: severalIds('ほかの課の事務事業', { max: 10 }),
  projectUnknown: tick(),
  before: optionalText('前はどうだったか'),
  change: optionalText('変えたこと'),
  effectTags: severalChoices(effectTags),
  hoursPerYear: optionalDecimal('1年間に削減できる時間', { max: 10_000_000, example: '24' }),
  minutesEach: optionalDecimal('1回に減る時間', { max: 100_000, example: '15' }),
  timesPerYear: optionalNumber('1年間の回数', { max: 1_000_000, example: '240' }),
  peopleCount: optionalNumber('人数', { max: 100_000, example: '3' }),
  yenPerYear: optionalNumber('1年間の金額の効果', { example: '120000' }),
  recurring: optionalChoice(['recurring', 'once']),
  calculationBasis: optionalText('計算の根拠', { max: 1000 }),
  ictKind: optionalChoice(ictKinds),
  implementedOn: optionalDay('いつから'),
  memberIds: severalIds('いっしょに取り組んだ人', { max: 20 }),
}

export const PracticeForm = z.object(fields).transform(contentOf)

/** For saving while somebody types: a number or day that is only half typed is left out, the rest is kept. */
export const HalfTypedPracticeForm = z
  .object({
    ...fields,
    hoursPerYear: fields.hoursPerYear.catch(null),
    minutesEach: fields.minutesEach.catch(null),
    timesPerYear: fields.timesPerYear.catch(null),
    peopleCount: fields.peopleCount.catch(null),
    yenPerYear: fields.yenPerYear.catch(null),
    implementedOn: fields.implementedOn.catch(null),
  })
  .transform(contentOf)

export const ReturnForm = z.object({ missing: requiredText('足りないこと', { max: 1000 }) })

const comment = optionalText('ひとこと', { max: 400 })

/** `project` is sent only where the reporter did not know it: a project, none that fits, or nothing chosen yet. */
export const ConfirmationForm = z
  .object({
    version: requiredId('版'),
    headComment: comment,
    projectIds: severalIds('対象の事務事業', { max: 10 }),
    otherProjectIds: severalIds('ほかの課の事務事業', { max: 10 }),
    noProject: tick(),
  })
  .transform(({ projectIds, otherProjectIds, noProject, ...confirmation }) => {
    const picked = [...projectIds, ...otherProjectIds]
    return { ...confirmation, projectIds: picked.length > 0 || noProject === 1 ? picked : null }
  })

/** A row of the list: its report, whether it was ticked, and what was written beside it. */
const row = z.object({
  report: requiredId('報告'),
  version: requiredId('版'),
  chosen: tick(),
  headComment: comment,
  project: z
    .string()
    .regex(/^(none|[1-9]\d{0,14})?$/)
    .optional(),
})

export const BulkConfirmationForm = z
  // A row that is not there leaves a hole: the numbers belong to the rows, not to the order of sending.
  .object({ reports: z.array(row.optional()).max(100).default([]) })
  .superRefine(({ reports }, refinement) => {
    reports.forEach((report, at) => {
      if (report?.chosen !== 1 || report.project !== '') return
      refinement.addIssue({
        code: 'custom',
        path: ['reports', at, 'project'],
        message: '対象の事務事業を選んでください',
      })
    })
    if (!reports.some((report) => report?.chosen === 1)) {
      refinement.addIssue({ code: 'custom', path: [], message: '確認する報告を選んでください' })
    }
  })
  .transform(({ reports }) =>
    reports.flatMap((report) => (report?.chosen === 1 ? [confirmationOf(report)] : [])),
  )

function confirmationOf({ report, version, headComment, project }: z.output<typeof row>) {
  const picked = project === 'none' ? [] : [Number(project)]
  return { practiceId: report, version, headComment, projectIds: project ? picked : null }
}

type Typed = z.output<z.ZodObject<typeof fields>>

function contentOf({
  otherProjectIds,
  projectIds,
  hoursPerYear,
  minutesEach,
  timesPerYear,
  peopleCount,
  recurring,
  ...typed
}: Typed): PracticeContent {
  const calculated = (minutesEach ?? 0) * (timesPerYear ?? 0) * (peopleCount ?? 0)
  return {
    ...typed,
    // What stands in the field wins: the three numbers fill it where scripts run, and may be corrected there.
    minutesPerYear: hoursPerYear === null ? Math.round(calculated) || null : Math.round(hoursPerYear * 60),
    recurring: recurring === 'once' ? 0 : 1,
    projectIds: [...new Set([...projectIds, ...otherProjectIds])],
  }
}

/** The same content as the form shows it; projects that are not offered as own ones are the other departments'. */
export function valuesOf(
  content: PracticeContent,
  ownProjectIds: readonly number[],
): Record<string, string | string[]> {
  const own = content.projectIds.filter((id) => ownProjectIds.includes(id))
  return {
    title: content.title,
    before: content.before,
    change: content.change,
    effectTags: [...content.effectTags],
    hoursPerYear:
      content.minutesPerYear === null ? '' : String(Math.round(content.minutesPerYear / 0.6) / 100),
    yenPerYear: content.yenPerYear === null ? '' : String(content.yenPerYear),
    calculationBasis: content.calculationBasis,
    recurring: content.recurring === 1 ? 'recurring' : 'once',
    ictKind: content.ictKind ?? '',
    implementedOn: content.implementedOn === null ? '' : warekiShort(content.implementedOn),
    projectUnknown: content.projectUnknown === 1 ? 'on' : '',
    memberIds: content.memberIds.map(String),
    projectIds: own.map(String),
    otherProjectIds: content.projectIds.filter((id) => !own.includes(id)).map(String),
  }
}
