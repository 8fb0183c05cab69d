import { z } from 'zod'
import { optionalNumber, tick } from '../fields.server'

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

/** OpenID Connect Core 2: a subject is at most 255 characters of ASCII, and capital letters count. */
export const subject = z
  .string({ error: '利用者IDを入力してください' })
  .transform((typed) => typed.trim())
  .pipe(
    z
      .string()
      .min(1, '利用者IDを入力してください')
      .max(255, '利用者IDは255字以内で入力してください')
      .regex(/^[\u0020-\u007e]*$/, '利用者IDは、半角の英数字と記号で入力してください'),
  )

export const LinkForm = z.object({ subject })

export const SignInRulesForm = z.object({ bindsByNumber: tick(), refusesPasswords: tick() })
