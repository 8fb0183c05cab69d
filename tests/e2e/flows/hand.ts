import type { Page } from '@playwright/test'
import * as forms from '#tests/e2e/support/forms'

/** The ways in which somebody uses a page, whatever with. */
export interface Hand {
  readonly page: Page
  write(label: string, text: string): Promise<void>
  /** A radio or a box. */
  choose(words: string, role?: 'radio'): Promise<void>
  /** One of the radios of a question, where several questions have the same. */
  mark(question: string, mark: string): Promise<void>
  select(label: string, choice: string): Promise<void>
  press(button: string): Promise<void>
  follow(link: string): Promise<void>
  /** Searches in a search-and-pick field, and ticks what was found. */
  pick(label: string, words: string, found: string): Promise<void>
  /** A file with this text. The dialog in which one finds it is the browser's. */
  attach(label: string, file: { readonly name: string; readonly text: string }): Promise<void>
}

export function mouse(page: Page): Hand {
  return {
    page,
    write: (label, text) => forms.field(page, label).fill(text),
    choose: (words, role) => forms.choice(page, words, role).check(),
    mark: (question, mark) => forms.mark(page, question, mark).check(),
    select: (label, choice) => forms.select(page, label, choice),
    press: (button) => forms.press(page, button),
    follow: (link) => forms.follow(page, link),
    pick: (label, words, found) => forms.pick(page, label, words, found),
    attach: (label, file) => forms.file(page, label).setInputFiles(forms.fileOf(file)),
  }
}
