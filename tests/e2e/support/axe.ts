import { expect, type Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'

const standards: RunOptions['runOnly'] = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** The screens of the city hall, and the width that 400 % of it leaves (WCAG 1.4.10). */
const screens = [
  { width: 1093, height: 614 },
  { width: 320, height: 640 },
]

/** What a narrower page can break of what a wide one keeps; the long run asks everything at every width, in every state. */
const byLayout: RunOptions['runOnly'] = {
  type: 'rule',
  values: ['target-size', 'scrollable-region-focusable', 'meta-viewport', 'bypass'],
}
export const isLong = process.env['AXE'] === 'everything'

/** Contents that were looked at in this process: what is the same, such as a page that is missing, has the same faults. */
const seenBefore = new Set<string>()

/** Whatever stands in the way of somebody on the page that is shown, wide and narrow; `where` names it in the report. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const content = await page.locator('body').evaluate((body) => body.innerHTML)
  if (seenBefore.has(content)) return
  seenBefore.add(content)
  // Once for both widths: a page has no frames, and reading the program takes as long as running it.
  await page.evaluate(axe.source)
  for (const screen of screens) {
    await page.setViewportSize(screen)
    const seen = `${where} at ${screen.width} pixels`
    const isFirst = screen === screens[0]
    expect.soft(await findViolations(page, isFirst || isLong ? standards : byLayout), seen).toEqual([])
    const { headings, tooWide } = await page.evaluate(() => ({
      headings: document.querySelectorAll('h1').length,
      tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }))
    expect.soft(headings, `${seen}: headings of the first level`).toBe(1)
    expect.soft(tooWide, `${seen}: pixels to scroll sideways`).toBeLessThanOrEqual(0)
  }
}

/** 「rule: element html」 for each fault. */
async function findViolations(page: Page, runOnly: RunOptions['runOnly']): Promise<string[]> {
  return page.evaluate(
    async (options) => {
      const { axe: injected } = globalThis as unknown as { axe: typeof axe }
      const { violations } = await injected.run(document, options)
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`),
      )
    },
    { resultTypes: ['violations'], runOnly } as RunOptions,
  )
}
