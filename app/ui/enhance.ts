import { announcer } from '#app/ui/enhance/announce'
import { autosave } from '#app/ui/enhance/autosave'
import { calculateHours } from '#app/ui/enhance/calculator'
import { stepByKey } from '#app/ui/enhance/stepping'
import { sending } from '#app/ui/enhance/sending'
import { keepSession } from '#app/ui/enhance/session'
import { showSimilar } from '#app/ui/enhance/similar'
import { countCharacters, safeEnter, showCounts } from '#app/ui/enhance/typing'

/**
 * What scripts add to pages that work without them. Listens on the document, keyed by data attributes, so it is
 * started once. `settled` is called after each change of page, `stop` takes everything back.
 */
export function enhance(page: Document): { settled: () => void; stop: () => void } {
  const ended = new AbortController()
  const announce = announcer(page)
  const sent = sending(page, ended.signal)
  const session = keepSession(page, announce, ended.signal)

  safeEnter(page, ended.signal)
  countCharacters(page, announce, ended.signal)
  calculateHours(page, announce, ended.signal)
  stepByKey(page, ended.signal)
  autosave(page, announce, ended.signal)
  showSimilar(page, announce, ended.signal)
  page.addEventListener('click', printOnDemand, ended)

  const settled = () => {
    sent.settled()
    session.settled()
    showCounts(page)
    showPrintButtons(page)
    page.getElementById('error-summary')?.focus()
  }
  settled()
  return { settled, stop: () => ended.abort() }
}

function showPrintButtons(page: Document) {
  for (const button of page.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false
}

function printOnDemand(event: Event) {
  if (event.target instanceof Element && event.target.closest('[data-print]')) window.print()
}
