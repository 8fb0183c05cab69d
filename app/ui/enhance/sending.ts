const QUIET_MS = 1000

/** After a second of waiting the pressed button says so, and pressing it again does nothing. */
export function sending(page: Document): { settled: () => void } {
  const waiting = new Map<HTMLElement, Node[]>()
  let quiet: ReturnType<typeof setTimeout> | undefined

  const onSubmit = (event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return
    const button = event.submitter ?? form.querySelector<HTMLElement>('button[type="submit"]')
    if (!button) return
    if (waiting.has(button)) {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    clearTimeout(quiet)
    quiet = setTimeout(() => {
      waiting.set(button, Array.from(button.childNodes))
      button.replaceChildren('送信しています…')
      button.setAttribute('aria-disabled', 'true')
    }, QUIET_MS)
  }

  const settled = () => {
    clearTimeout(quiet)
    for (const [button, label] of waiting) {
      button.replaceChildren(...label)
      button.removeAttribute('aria-disabled')
    }
    waiting.clear()
  }

  page.addEventListener('submit', onSubmit, { capture: true })
  // “Back” may bring the page as it was left.
  page.defaultView?.addEventListener('pageshow', settled)
  return { settled }
}
