import { z } from 'zod'
import { optionalId, optionalText, requiredChoice, requiredId, requiredText, tick } from '../fields.server'
import { carryOverKinds } from './carry-over'
import { type ProjectText, projectTextLabels } from './project-text'

const orNull = (text: string) => (text === '' ? null : text)

export const CarryOverForm = z.object({
  kind: requiredChoice('次の年度の扱い', carryOverKinds),
  name: optionalText('新しい名前', { max: 100 }).transform(orNull),
  departmentId: optionalId('新しい所管'),
  intoCode: optionalText('統合先の番号', { max: 40 }).transform((text) => orNull(text.normalize('NFKC'))),
})

/** What the check page showed travels with the button. */
export const CarryingOverForm = z.object({ seen: requiredText('確認した内容', { max: 100 }) })

export const NewProjectForm = z.object({
  code: requiredText('番号', { max: 40 }).transform((text) => text.normalize('NFKC')),
  name: requiredText('事務事業の名前', { max: 100 }),
  departmentId: requiredId('所管'),
  measureCode: optionalText('施策', { max: 40 }).transform(orNull),
  inScope: tick(),
  excludedReason: optionalText('対象にしない理由', { max: 100 }).transform(orNull),
})

export const ProjectTextForm = z.object({
  name: requiredText(projectTextLabels.name, { max: 100 }),
  departmentId: requiredId(projectTextLabels.departmentId),
  inScope: tick(),
  excludedReason: optionalText(projectTextLabels.excludedReason, { max: 100 }).transform(orNull),
  predecessorCode: optionalText(projectTextLabels.predecessorCode, { max: 40 }).transform((text) =>
    orNull(text.normalize('NFKC')),
  ),
} satisfies Record<keyof ProjectText, unknown>)
