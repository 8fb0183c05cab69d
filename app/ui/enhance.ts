import { announcer } from '#app/ui/enhance/announce'
import { autosave } from '#app/ui/enhance/autosave'
import { calculateHours } from '#app/ui/enhance/calculator'
import { showChosenFiles } from '#app/ui/enhance/chosen-files'
import { followOthers } from '#app/ui/enhance/following'
import { showPasswords } from '#app/ui/enhance/passwords'
import { sending } from '#app/ui/enhance/sending'
import { keepSession } from '#app/ui/enhance/session'
import { showSimilar } from '#app/ui/enhance/similar'
import { stepByKey } from '#app/ui/enhance/stepping'
import { countCharacters, safeEnter, showCounts } from '#app/ui/enhance/typing'
import { sendFiles } from '#app/ui/enhance/uploads'

/**
 * What scripts add to a page that works without them. Listens on the document, keyed by data attributes; `settled` is for
 * what has to be looked at once the page is there, and again after a part of it was put in the place of another.
 */
export function enhance(page: Document): void {
  const announce = announcer(page)
  const sent = sending(page)
  const chosen = showChosenFiles(page)
  const settled = () => {
    sent.settled()
    chosen.settled()
    showCounts(page)
    showButtonsForScripts(page)
    page.getElementById('error-summary')?.focus()
  }

  safeEnter(page)
  countCharacters(page, announce)
  calculateHours(page, announce)
  stepByKey(page)
  autosave(page, announce)
  showSimilar(page, announce)
  showPasswords(page)
  keepSession(page, announce)
  sendFiles(page, announce, settled)
  followOthers(page, settled)
  page.addEventListener('click', printOnDemand)
  settled()
}

function showButtonsForScripts(page: Document) {
  for (const button of page.querySelectorAll<HTMLElement>('[data-print], [data-shows-password]'))
    button.hidden = false
}

function printOnDemand(event: Event) {
  if (event.target instanceof Element && event.target.closest('[data-print]')) window.print()
}
