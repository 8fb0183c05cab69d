import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The screens of the city hall, and the width that 400 % of it leaves (WCAG 1.4.10). */
const screens = [
  { width: 1093, height: 614 },
  { width: 320, height: 640 },
]

/** What a narrower page can break of what a wide one keeps; the long run asks everything at every width, in every state. */
const byLayout = ['target-size', 'scrollable-region-focusable', 'meta-viewport', 'bypass']
export const isLong = process.env['AXE'] === 'everything'

/** Contents that were looked at in this process: what is the same, such as a page that is missing, has the same faults. */
const seenBefore = new Set<string>()

/** Whatever stands in the way of somebody on the page that is shown, wide and narrow; `where` names it in the report. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const content = await page
    .locator('body')
    .evaluate((body) => body.innerHTML.replaceAll(/ nonce="[^"]*"/g, ''))
  if (seenBefore.has(content)) return
  seenBefore.add(content)
  for (const screen of screens) {
    await page.setViewportSize(screen)
    const seen = `${where} at ${screen.width} pixels`
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
    const isFirst = screen === screens[0]
    const { violations } = await (
      isFirst || isLong ? axe.withTags(standards) : axe.withRules(byLayout)
    ).analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`),
    )
    expect.soft(found, seen).toEqual([])
    const { headings, tooWide } = await page.evaluate(() => ({
      headings: document.querySelectorAll('h1').length,
      tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }))
    expect.soft(headings, `${seen}: headings of the first level`).toBe(1)
    expect.soft(tooWide, `${seen}: pixels to scroll sideways`).toBeLessThanOrEqual(0)
  }
}
