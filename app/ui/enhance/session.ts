import type { Announce } from '#app/ui/enhance/announce'
import { openNotice } from '#app/ui/enhance/notice'
import { nextLookMs, sessionWarning } from '#app/ui/enhance/session-words'

/** A session that will be found over is looked at a moment later, not a moment too early. */
const GRACE_MS = 1000

/**
 * Warns before the session ends, of which `data-session` of the body says how long it lasts. Other windows and the
 * keeping of drafts prolong it too, so that the server is asked again before anything is said.
 */
export function keepSession(page: Document, announce: Announce): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let lookAt = Infinity
  const notice = openNotice(page)

  const plan = (leftMs: number) => {
    clearTimeout(timer)
    const waitMs = nextLookMs(leftMs) + GRACE_MS
    lookAt = Date.now() + waitMs
    timer = setTimeout(() => void look(), waitMs)
  }
  const rest = () => {
    clearTimeout(timer)
    lookAt = Infinity
  }

  const look = async () => {
    const leftMs = await ask(page, 'GET').catch(() => undefined)
    // The server cannot be reached: what is typed is safer without a dialog about it.
    if (leftMs === undefined) return rest()
    tell(leftMs, false)
  }
  const goOn = async () => {
    const leftMs = await ask(page, 'POST').catch(() => undefined)
    if (leftMs === undefined)
      return notice.add('続けられませんでした。ネットワークを確かめて、もう一度押してください。')
    tell(leftMs, true)
    if (!sessionWarning(leftMs, new Date(), true)) announce('このまま続けられます')
  }
  const tell = (leftMs: number | null, isProlonged: boolean) => {
    if (leftMs) plan(leftMs)
    else rest()
    const warning = sessionWarning(leftMs, new Date(), isProlonged)
    if (warning)
      notice.show(warning, warning.canContinue ? { label: '続ける', press: () => void goOn() } : null)
    else notice.close()
  }

  // A machine that slept did not count the time.
  const onVisible = () => {
    if (page.visibilityState === 'visible' && Date.now() > lookAt) void look()
  }
  page.addEventListener('visibilitychange', onVisible)
  const left = page.body.dataset['session']
  if (left !== undefined) plan(Number(left))
}

/** Milliseconds until the end, null when it is over. A GET only looks; a POST prolongs. */
async function ask(page: Document, method: 'GET' | 'POST'): Promise<number | null> {
  const response = await fetch(page.body.dataset['sessionAddress'] ?? '', { method })
  if (!response.ok) throw new Error(String(response.status))
  const { leftMs } = (await response.json()) as { leftMs: number | null }
  return leftMs
}
