import { clockOf } from './words'

/** So long before its end a session that nobody uses is announced (WCAG 2.2.1). */
export const warningMs = 5 * 60_000

/** When to look at the session next: at the moment for the warning, and after that at its end. */
export function nextLookMs(leftMs: number): number {
  return leftMs > warningMs ? leftMs - warningMs : leftMs
}

export interface SessionWarning {
  readonly title: string
  readonly text: string
  /** Whether 「続ける」 would help. */
  readonly canContinue: boolean
}

/**
 * What to say of a session that lasts `leftMs` longer, null when it is over. Nothing while there is time. Where it was
 * prolonged just now and still ends this soon, it has reached its longest.
 */
export function sessionWarning(
  leftMs: number | null,
  now: Date,
  isProlonged = false,
): SessionWarning | undefined {
  if (leftMs === null || leftMs <= 0) return over
  if (leftMs > warningMs) return undefined
  const until = clockOf(new Date(now.getTime() + leftMs))
  return isProlonged ? longest(until) : idle(until)
}

function idle(until: string): SessionWarning {
  return {
    title: 'まもなくサインアウトします',
    text: `しばらく操作がないため、${until}にサインアウトします。このまま使うときは「続ける」を押してください。`,
    canContinue: true,
  }
}

function longest(until: string): SessionWarning {
  return {
    title: 'これ以上は延ばせません',
    text: `サインインしてから12時間になるため、${until}にサインアウトします。それまでに、入力した内容を保存するか送信してください。`,
    canContinue: false,
  }
}

const over: SessionWarning = {
  title: 'サインアウトしました',
  text: '入力した内容は、この画面に残っています。そのまま送信するか保存すると、サインインし直したあとで元の画面に戻します。',
  canContinue: false,
}
