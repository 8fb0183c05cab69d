import type { Announce } from '#app/ui/enhance/announce'
import { hoursOf } from '#app/ui/enhance/words'

/** Fills the hours from minutes, times and people as they are typed. */
export function calculateHours(page: Document, announce: Announce) {
  const onInput = (event: Event) => {
    if (!(event.target instanceof Element)) return
    const calculator = event.target.closest<HTMLElement>('[data-calculates]')
    const result = page.getElementById(calculator?.dataset['calculates'] ?? '')
    if (!calculator || !(result instanceof HTMLInputElement)) return

    const [minutes, times, people] = Array.from(calculator.querySelectorAll('input'), ({ value }) => value)
    const hours = hoursOf(minutes ?? '', times ?? '', people ?? '')
    if (hours === null) return

    result.value = String(hours)
    const words = `1年間で${hours.toLocaleString('ja-JP')}時間になります`
    const output = calculator.querySelector('[data-calculated]')
    if (output) output.textContent = words
    announce(words)
  }
  page.addEventListener('input', onInput)
}
