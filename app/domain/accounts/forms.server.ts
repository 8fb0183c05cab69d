import { z } from 'zod'
import { optionalNumber } from '../fields.server'

/** A password is taken as typed: no trimming, no folding. More than this is no password but a burden. */
const longestTyped = 1_000

function password(label: string) {
  return z
    .string({ error: `${label}を入力してください` })
    .max(longestTyped, `${label}が長すぎます。入力し直してください`)
}

export const SignInForm = z.object({
  employeeNumber: z
    .string({ error: '職員番号を入力してください' })
    .transform((typed) => typed.normalize('NFKC').trim())
    .pipe(z.string().min(1, '職員番号を入力してください').max(64, '職員番号は64字以内で入力してください')),
  password: password('パスワード'),
})

export const PasswordForm = z
  .object({
    current: password('今のパスワード'),
    next: password('新しいパスワード'),
    again: password('新しいパスワード（確認）'),
  })
  .refine(({ next, again }) => next === again, {
    path: ['again'],
    error: '新しいパスワード（確認）には、新しいパスワードと同じものを入力してください',
  })

export const UnusedDaysForm = z.object({
  unusedDays: optionalNumber('日数', { max: 1_000, example: '90' }).transform((days, refinement) => {
    if (days !== null && days > 0) return days
    refinement.addIssue({ code: 'custom', message: '日数を入力してください（1日以上）' })
    return z.NEVER
  }),
})
