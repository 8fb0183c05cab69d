/** The button beside a password that lets it be looked at while typing. Without scripts it is not shown. */
export function showPasswords(page: Document): void {
  page.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('[data-shows-password]') : null
    const field = page.getElementById(button?.getAttribute('aria-controls') ?? '')
    if (!button || !(field instanceof HTMLInputElement)) return
    const isShown = field.type === 'password'
    field.type = isShown ? 'text' : 'password'
    button.setAttribute('aria-pressed', String(isShown))
  })
}
