import { z } from 'zod'
import { optionalId, optionalText, requiredDay, requiredId, requiredText } from '../fields.server'
import { lineKinds, type LaterText, type LineText, mostOf } from './reorganisation'

export const PlanForm = z.object({
  name: requiredText('名前', { max: 100 }),
  effectiveOn: requiredDay('施行日'),
})

const later = z.object({
  departmentId: optionalId('所属'),
  code: optionalText('所属コード', { max: 20 }).transform((text) => text.normalize('NFKC')),
  name: optionalText('所属の名前', { max: 100 }),
  parentCode: optionalText('部', { max: 20 }).transform((text) => (text === '' ? null : text)),
})

/** A department or place that is left empty is none; whether the line makes sense is `faultsOfLine`'s to say. */
export const LineForm = z
  .object({
    kind: z.enum(lineKinds),
    formers: z.array(optionalId('所属')).max(mostOf.merge.formers).default([]),
    laters: z.array(later).max(mostOf.split.laters).default([]),
  })
  .transform(({ kind, formers, laters }): LineText => ({
    kind,
    formerIds: formers.filter((id) => id !== null),
    laters: laters.filter(isFilledIn),
  }))

function isFilledIn({ departmentId, code, name }: LaterText): boolean {
  return departmentId !== null || code !== '' || name !== ''
}

/** As many as a form may have fields for; a section has far fewer 事務事業. */
export const mostChoices = 90

export const ChoicesForm = z.object({
  choices: z
    .array(z.object({ projectId: requiredId('事務事業'), laterId: requiredId('移る先') }))
    .max(mostChoices)
    .default([]),
})
