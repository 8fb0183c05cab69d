/**
 * In a meeting the arrow keys go from item to item. Not while something is being typed or chosen, and not with a
 * modifier, which belongs to the browser.
 */
export function stepByKey(page: Document): void {
  page.addEventListener('keydown', (event) => {
    const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key]
    if (!rel || event.defaultPrevented || hasModifier(event) || isInControl(event.target)) return
    const link = page.querySelector<HTMLAnchorElement>(`[data-stepping] a[rel="${rel}"]`)
    if (!link) return
    event.preventDefault()
    link.click()
  })
}

function hasModifier({ altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return altKey || ctrlKey || metaKey || shiftKey
}

function isInControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], .table-region') !== null
  )
}
