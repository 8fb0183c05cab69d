import { z } from 'zod'
import { type Day, parseDay } from './calendar'

/*
 * The fields of forms with the sentences that a person reads. Text is kept as typed (no NFKC: names and symbols
 * survive) but for line ends and outer space; numbers and days accept full-width characters, commas and units.
 */

// C0 and C1 controls other than line breaks and tabs, and the bidirectional controls that can reorder a neighbour.
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

function clean(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replace(controls, '').trim() : ''
}

/** Characters as a person counts them: 𠮷 is one. */
export function lengthOf(text: string): number {
  return [...text].length
}

export function requiredText(label: string, { max = 4000, min = 1 }: { max?: number; min?: number } = {}) {
  return z.preprocess(
    clean,
    z
      .string()
      .min(1, `${label}を入力してください`)
      .superRefine((text, refinement) => {
        const length = lengthOf(text)
        if (length > max) {
          refinement.addIssue({
            code: 'custom',
            message: `${label}は${max}字以内で入力してください（今${length}字です）`,
          })
        } else if (length > 0 && length < min) {
          refinement.addIssue({
            code: 'custom',
            message: `${label}は${min}字以上で入力してください（今${length}字です）`,
          })
        }
      }),
  )
}

export function optionalText(label: string, { max = 4000 }: { max?: number } = {}) {
  return z.preprocess(
    clean,
    z.string().superRefine((text, refinement) => {
      const length = lengthOf(text)
      if (length > max) {
        refinement.addIssue({
          code: 'custom',
          message: `${label}は${max}字以内で入力してください（今${length}字です）`,
        })
      }
    }),
  )
}

export function requiredDay(label: string) {
  return z.preprocess(
    clean,
    z
      .string()
      .min(1, `${label}を入力してください`)
      .transform((text, refinement): Day => dayOr(label, text, refinement)),
  )
}

export function optionalDay(label: string) {
  return z.preprocess(
    clean,
    z
      .string()
      .transform((text, refinement): Day | null => (text === '' ? null : dayOr(label, text, refinement))),
  )
}

function dayOr(label: string, text: string, refinement: z.RefinementCtx): Day {
  const day = text === '' ? '' : parseDay(text)
  if (day === null) {
    refinement.addIssue({
      code: 'custom',
      message: `${label}は、令和8年4月1日、R8.4.1、2026/4/1のように入力してください`,
    })
    return z.NEVER
  }
  return day
}

/** A whole number or nothing. `max` keeps sums far from what a number can hold. */
export function optionalNumber(label: string, { max = 1_000_000_000_000, example = '24' } = {}) {
  return z.preprocess(
    clean,
    z.string().transform((text, refinement): number | null => {
      if (text === '') return null
      const plain = text.normalize('NFKC').replace(/[,、\s]|時間|分|円|件|人|回$/g, '')
      if (!/^\d{1,15}$/.test(plain)) {
        refinement.addIssue({ code: 'custom', message: `${label}は数字で入力してください（例：${example}）` })
        return z.NEVER
      }
      if (Number(plain) > max) {
        refinement.addIssue({
          code: 'custom',
          message: `${label}は${max.toLocaleString('ja-JP')}以下で入力してください`,
        })
        return z.NEVER
      }
      return Number(plain)
    }),
  )
}

/** The same with up to two decimals: 「7.5時間」. */
export function optionalDecimal(label: string, { max = 1_000_000_000, example = '7.5' } = {}) {
  return z.preprocess(
    clean,
    z.string().transform((text, refinement): number | null => {
      if (text === '') return null
      const plain = text.normalize('NFKC').replace(/[,、\s]|時間|分$/g, '')
      if (!/^\d{1,12}(\.\d{1,2})?$/.test(plain)) {
        refinement.addIssue({ code: 'custom', message: `${label}は数字で入力してください（例：${example}）` })
        return z.NEVER
      }
      if (Number(plain) > max) {
        refinement.addIssue({
          code: 'custom',
          message: `${label}は${max.toLocaleString('ja-JP')}以下で入力してください`,
        })
        return z.NEVER
      }
      return Number(plain)
    }),
  )
}

/** One of a list that the city keeps; that it is in the list, the command says. */
export function requiredCode(label: string) {
  return z.preprocess(clean, z.string().min(1, `${label}を選んでください`).max(50, '一覧から選んでください'))
}

export function requiredChoice<const Choice extends string>(label: string, choices: readonly Choice[]) {
  return z.enum(choices as readonly [Choice, ...Choice[]], { error: `${label}を選んでください` })
}

export function optionalChoice<const Choice extends string>(choices: readonly Choice[]) {
  return z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.enum(choices as readonly [Choice, ...Choice[]], { error: '一覧から選んでください' }).nullable(),
  )
}

export function severalChoices<const Choice extends string>(choices: readonly Choice[]) {
  return z.preprocess(
    listOf,
    z
      .array(z.enum(choices as readonly [Choice, ...Choice[]], { error: '一覧から選んでください' }))
      .max(choices.length),
  )
}

export function requiredId(label: string) {
  return z.preprocess(
    clean,
    z
      .string()
      .regex(/^[1-9]\d{0,14}$/, `${label}を選んでください`)
      .transform(Number),
  )
}

export function optionalId(label: string) {
  return z.preprocess(
    clean,
    z
      .string()
      .regex(/^([1-9]\d{0,14})?$/, `${label}を選んでください`)
      .transform((text) => (text === '' ? null : Number(text))),
  )
}

export function severalIds(label: string, { min = 0, max = 20 } = {}) {
  return z.preprocess(
    listOf,
    z
      .array(
        z
          .string()
          .regex(/^[1-9]\d{0,14}$/, `${label}を選んでください`)
          .transform(Number),
      )
      .min(min, `${label}を1つ以上選んでください`)
      .max(max, `${label}は${max}件までです`),
  )
}

/** A checkbox: 1 when ticked. */
export function tick() {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? 0 : 1),
    z.union([z.literal(0), z.literal(1)]),
  )
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === '') return []
  return Array.isArray(value) ? value.filter((one) => one !== '') : [value]
}
