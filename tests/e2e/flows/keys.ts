import { expect, type Locator, type Page } from '@playwright/test'
import * as forms from '#tests/e2e/support/forms'
import type { Hand } from './hand'

/** No page of ours asks for more. */
const mostTabs = 150

/** Tab, Enter, Space and the arrows, and nothing else. */
export function keyboard(page: Page): Hand {
  const pressOn = async (target: Locator, key: string) => {
    await reach(page, target)
    await page.keyboard.press(key)
  }
  const write = async (target: Locator, text: string) => {
    await pressOn(target, 'ControlOrMeta+A')
    await page.keyboard.insertText(text)
  }
  return {
    page,
    write: (label, text) => write(forms.field(page, label), text),
    choose: (words, role) => choose(page, forms.choice(page, words, role)),
    mark: (question, mark) => choose(page, forms.mark(page, question, mark)),
    select: async (label, choice) => {
      const list = forms.list(page, label)
      await reach(page, list)
      for (let steps = 0; steps < mostTabs; steps += 1) {
        const chosen = await list.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.text)
        if (chosen?.startsWith(choice)) return
        await page.keyboard.press('ArrowDown')
      }
      throw new Error(`${choice} is not in the list ${label}`)
    },
    press: (button) => pressOn(page.getByRole('button', { name: forms.named(button) }), 'Enter'),
    follow: (link) => pressOn(page.getByRole('link', { name: forms.named(link) }), 'Enter'),
    pick: async (label, words, found) => {
      const group = forms.group(page, label)
      await write(group.getByRole('textbox'), words)
      await page.keyboard.press('Enter')
      const option = group
        .getByRole('checkbox', { name: found })
        .or(group.getByRole('radio', { name: found }))
      await expect(option.first()).toBeVisible()
      await choose(page, option.first())
    },
    attach: async (label, file) => {
      await reach(page, forms.file(page, label))
      await forms.file(page, label).setInputFiles(forms.fileOf(file))
    },
  }
}

/** Radios of one question are one stop: the arrows go from one to the next. */
async function choose(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  if (await target.isChecked()) return
  if ((await target.getAttribute('type')) === 'checkbox') {
    // Again where the page took the focus between the last Tab and the key, as a person would.
    return expect(async () => {
      await reach(page, target)
      if (!(await target.isChecked())) await page.keyboard.press('Space')
      await expect(target).toBeChecked({ timeout: 1_000 })
    }).toPass({ timeout: 10_000 })
  }
  const name = (await target.getAttribute('name')) ?? ''
  await reach(page, page.locator(`input[type="radio"][name="${name}"]`))
  await page.keyboard.press('Space')
  for (let steps = 0; !(await target.isChecked()) && steps < mostTabs; steps += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(target).toBeChecked()
}

/** Goes there with Tab, or back with Shift+Tab, and sees at every stop where it is. */
async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target.first()).toBeVisible()
  const targets = await target.elementHandles()
  for (let steps = 0; steps < mostTabs; steps += 1) {
    const way = await page.evaluate((elements) => {
      const active = document.activeElement
      if (!active || active === document.body) return 'Tab'
      if (elements.some((element) => element === active)) return 'there'
      const [first] = elements
      const isBehind = first && active.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_PRECEDING
      return isBehind ? 'Shift+Tab' : 'Tab'
    }, targets)
    if (way === 'there') return
    await page.keyboard.press(way)
    await expectFocusSeen(page)
  }
  throw new Error(`${target.toString()} is not reached with Tab`)
}

/** The focus is never lost, and never without its frame (WCAG 2.4.7). */
async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const active = document.activeElement
    if (!active || active === document.body) return 'the focus is lost'
    // A new page takes the focus by script, perhaps right after the key that was pressed: no stop, and no frame.
    if (active.id === 'main') return 'seen'
    const { outlineStyle, outlineWidth } = getComputedStyle(active)
    const { width, height } = active.getBoundingClientRect()
    const hasFrame = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    return hasFrame && width > 0 && height > 0 ? 'seen' : `no frame around ${active.outerHTML.slice(0, 200)}`
  })
  expect(seen, page.url()).toBe('seen')
}
