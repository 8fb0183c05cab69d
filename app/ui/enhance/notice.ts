interface Words {
  readonly title: string
  readonly text: string
}

interface Deed {
  readonly label: string
  readonly press: () => void
}

export interface Notice {
  /** Opens it, or changes what it says. */
  show(words: Words, deed: Deed | null): void
  /** One more sentence, said at once. */
  add(text: string): void
  close(): void
}

/** One dialog for what a script has to tell: the focus goes to its heading, Escape and 「閉じる」 close it. */
export function openNotice(page: Document): Notice {
  let made: ReturnType<typeof build> | undefined
  const parts = () => (made ??= build(page))

  return {
    show({ title, text }, deed) {
      const { dialog, heading, paragraph, more, act } = parts()
      heading.textContent = title
      paragraph.textContent = text
      more.textContent = ''
      act.hidden = deed === null
      act.textContent = deed?.label ?? ''
      act.onclick = deed?.press ?? null
      if (!dialog.open) dialog.showModal()
      heading.focus()
    },
    add(text) {
      parts().more.textContent = text
    },
    close() {
      made?.dialog.close()
    },
  }
}

function build(page: Document) {
  const dialog = page.createElement('dialog')
  const heading = page.createElement('h2')
  const paragraph = page.createElement('p')
  const more = page.createElement('p')
  const act = button(page, 'button-primary')
  const dismiss = button(page, 'button-secondary')
  const buttons = page.createElement('div')

  dialog.className = 'notice-dialog flow'
  heading.id = 'notice-title'
  heading.tabIndex = -1
  paragraph.id = 'notice-text'
  dialog.setAttribute('aria-labelledby', heading.id)
  dialog.setAttribute('aria-describedby', paragraph.id)
  more.setAttribute('role', 'status')
  buttons.className = 'flex flex-wrap items-center gap-3'
  dismiss.textContent = '閉じる'
  dismiss.onclick = () => dialog.close()

  buttons.append(act, dismiss)
  dialog.append(heading, paragraph, more, buttons)
  page.body.append(dialog)
  return { dialog, heading, paragraph, more, act }
}

function button(page: Document, look: string): HTMLButtonElement {
  const made = page.createElement('button')
  made.type = 'button'
  made.className = `button ${look}`
  return made
}
