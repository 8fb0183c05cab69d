import type { LastSignIn } from '#app/domain/accounts/last-sign-in'
import { dayOf, timeOf, warekiWithWeekday } from '#app/domain/calendar'

/**
 * What a page says after something was done, by the code in its address (`withFlash`). The sentence names what
 * happened and, where it helps, what comes next.
 */
const flashes: Readonly<Record<string, string>> = {
  signedOut: 'サインアウトしました。',
  passwordChanged: 'パスワードを変更しました。ほかの端末では、サインインし直してください。',
  allRead: 'お知らせをすべて既読にしました。',
  otherSessionsEnded: 'ほかの端末をサインアウトしました。',
}

/** Nothing for a code that nobody wrote a sentence for. */
export function flashOf(code: string | null): string | null {
  return code !== null && Object.hasOwn(flashes, code) ? (flashes[code] ?? null) : null
}

/** After signing in: a time or a number the person does not remember is a reason to ask (総務省ガイドライン 6.2). */
export function lastSignInInWords({ previousAt, failures }: LastSignIn): string {
  const last = previousAt
    ? `前回のサインインは${warekiWithWeekday(dayOf(previousAt))}${timeOf(previousAt)}です。`
    : '初めてのサインインです。'
  const wrong = failures > 0 ? `その後、パスワードの誤りが${failures}回ありました。` : ''
  return `サインインしました。${last}${wrong}`
}
