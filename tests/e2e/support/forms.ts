import { expect, type Locator, type Page } from '@playwright/test'

/* What people do with a form, in the words that they see. */

/** Labels of one name end in 「※必須」 or 「※任意」; those of a filter do not. */
const labelled = (label: string) => new RegExp(`^${escaped(label)}( ※|$)`)

/** The whole name; a space may stand before what only a screen reader says of it. */
export function named(words: string): RegExp {
  return new RegExp(`^${escaped(words).replaceAll(/[（：]/g, String.raw`\s*$&`)}$`)
}

export function field(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: labelled(label) })
}

/** Fills in one text after the other. */
export async function write(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) await field(page, label).fill(text)
}

/** Chooses from a list by the words of the choice, or by how they begin. */
export async function select(page: Page, label: string, choice: string): Promise<void> {
  const option = list(page, label)
    .getByRole('option')
    .filter({ hasText: new RegExp(`^${escaped(choice)}`) })
  // By its value: the words may have a number beside them that is gone a moment later.
  await list(page, label).selectOption((await option.first().getAttribute('value')) ?? '')
}

export function list(page: Page, label: string): Locator {
  return page.getByRole('combobox', { name: labelled(label) })
}

/** A radio or a box, by the beginning of its words: a hint may follow them. */
export function choice(page: Page, words: string, role?: 'radio'): Locator {
  const name = new RegExp(`^${escaped(words)}`)
  if (role) return page.getByRole(role, { name })
  return page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name }))
}

/** One of the marks that a question asks for. */
export function mark(page: Page, question: string, words: string): Locator {
  return group(page, question).getByRole('radio', { name: words, exact: true })
}

export function file(page: Page, label: string): Locator {
  return page.getByLabel(labelled(label))
}

export function fileOf({ name, text }: { readonly name: string; readonly text: string }) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

export async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: named(button) }).click()
}

export async function follow(page: Page, link: string): Promise<void> {
  await page.getByRole('link', { name: named(link) }).click()
}

/** Searches in a search-and-pick field, and ticks what was found. */
export async function pick(page: Page, label: string, words: string, found: string): Promise<void> {
  const question = group(page, label)
  await question.getByRole('textbox').fill(words)
  await question.getByRole('button', { name: named(`さがす（${label}）`) }).click()
  const option = question
    .getByRole('checkbox', { name: found })
    .or(question.getByRole('radio', { name: found }))
  await option.first().check()
}

/** A question with several boxes. */
export function group(page: Page, label: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${escaped(label)} ※`) })
}

/** The sentence in the banner at the top, which says what was done. */
export async function expectDone(page: Page, sentence: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: sentence }).first()).toBeVisible()
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
