import { z } from 'zod'
import { optionalNumber, optionalText, requiredChoice, requiredText } from '../fields.server'
import { type KeptRubric } from './rubrics.server'
import { complaintsOf, maximumCriteria, type Rubric, tieBreaks } from './rubric'

/** One mark for each criterion of the rubric. */
export function scoreForm({ criteria }: Pick<KeptRubric, 'criteria'>) {
  return z.object({
    marks: z
      .array(z.preprocess((value) => value ?? '', z.string()))
      .max(maximumCriteria)
      .default([])
      .transform((typed, refinement) =>
        criteria.map(({ name }, place) => {
          const mark = typed[place] ?? ''
          if (!/^[1-5]$/.test(mark)) {
            refinement.addIssue({
              code: 'custom',
              path: [place],
              message: `${name}の点数を選んでください`,
            })
          }
          return Number(mark)
        }),
      ),
    opinion: optionalText('意見'),
  })
}

export const RecusalForm = z.object({ reason: requiredText('除斥を申し出る理由', { max: 400 }) })

const weight = optionalNumber('配点', { max: 100, example: '20' }).transform((value, refinement) => {
  if (value === null || value < 1 || value > 100) {
    refinement.addIssue({ code: 'custom', message: '配点は1から100までの数字で入力してください' })
    return z.NEVER
  }
  return value
})

const points = (label: string) => optionalNumber(label, { max: 100, example: '70' })

/** A criterion without a name is left out, so that a row can be emptied without scripts. */
export const RubricForm = z
  .object({
    criteria: z
      .array(
        z.preprocess(
          (typed) => (isNameless(typed) ? null : typed),
          z
            .object({
              name: requiredText('評価項目', { max: 20 }),
              weight,
              meanings: z
                .array(requiredText('目安', { max: 60 }))
                .length(5, '1から5までの目安を入力してください'),
            })
            .nullable(),
        ),
      )
      .max(maximumCriteria)
      .transform((rows) => rows.filter((row) => row !== null)),
    minimumScorers: optionalNumber('最少の採点者数', { max: 50, example: '3' }).transform(
      (value) => value ?? 1,
    ),
    adoptFrom: points('「採用」の目安'),
    studyFrom: points('「育てる」の目安'),
    cutAfter: optionalNumber('上位の件数', { max: 500, example: '10' }),
    tieBreak: requiredChoice('同点のとき', tieBreaks),
  })
  .superRefine((typed, refinement) => {
    const rubric: Rubric = typed
    for (const { field, message } of complaintsOf(rubric)) {
      refinement.addIssue({ code: 'custom', path: [field], message })
    }
  })

function isNameless(typed: unknown): boolean {
  return typeof typed !== 'object' || typed === null || !(typed as { name?: unknown }).name
}
