import type { Announce } from '#app/ui/enhance/announce'
import { countLeft } from '#app/ui/enhance/words'

const PAUSE_MS = 1000

/** Enter that confirms a conversion of the input method must not send the form; in a search box it searches. */
export function safeEnter(page: Document) {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    // Safari ends the composition before the key: only the old code 229 tells.
    if (event.isComposing || event.keyCode === 229) {
      event.preventDefault()
      return
    }
    const search = event.target.closest('[data-search-pick]')?.querySelector('button')
    if (!search) return
    event.preventDefault()
    search.click()
  }
  page.addEventListener('keydown', onKey)
}

/** Says how many characters are left: to the eye at once, to the ear after a pause. Never blocks typing. */
export function countCharacters(page: Document, announce: Announce) {
  let pause: ReturnType<typeof setTimeout> | undefined
  const onInput = (event: Event) => {
    const counter = counterOf(page, event.target)
    if (!counter) return
    const words = showCount(page, counter)
    clearTimeout(pause)
    pause = setTimeout(() => announce(words), PAUSE_MS)
  }
  page.addEventListener('input', onInput)
}

export function showCounts(page: Document) {
  for (const counter of page.querySelectorAll<HTMLElement>('[data-count]')) showCount(page, counter)
}

function counterOf(page: Document, field: EventTarget | null): HTMLElement | null {
  if (!(field instanceof HTMLElement) || !field.id) return null
  return page.querySelector<HTMLElement>(`[data-count-for="${CSS.escape(field.id)}"]`)
}

function showCount(page: Document, counter: HTMLElement): string {
  const field = page.getElementById(counter.dataset['countFor'] ?? '')
  const text = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : ''
  const words = countLeft(text, Number(counter.dataset['count']))
  counter.textContent = words
  return words
}
