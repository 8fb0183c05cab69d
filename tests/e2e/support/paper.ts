import type { Page } from '@playwright/test'

/** In PDF points. */
export const portrait = '595 842'
export const landscape = '842 595'

export interface Paper {
  readonly sheets: number
  readonly sizes: string[]
}

/** As many sheets as the printer gives out, and of which size. */
export async function print(page: Page): Promise<Paper> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = Array.from(pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g))
  const sizes = boxes.map(([, width, height]) => `${Math.round(Number(width))} ${Math.round(Number(height))}`)
  return { sheets: Array.from(pdf.matchAll(/\/Type\s*\/Page\b/g)).length, sizes: [...new Set(sizes)] }
}

/** What is left of 210 or 297 mm between the margins, in CSS pixels. */
const printableWidth = (millimetres: number) => Math.floor(((millimetres - 30) / 25.4) * 96)

/** As the printer lays it out; what is wider than its place, and so would be cut off. */
export async function cutOff(page: Page, { millimetres = 210 } = {}): Promise<string[]> {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: printableWidth(millimetres), height: 1000 })
  return page.evaluate(() => {
    const isCut = (element: Element) => element.scrollWidth > element.clientWidth + 1
    const cuts = (element: Element) => getComputedStyle(element).overflowX !== 'visible'
    return [document.documentElement, ...document.querySelectorAll('main *:not(.sr-only)')]
      .filter((element) => isCut(element) && (element === document.documentElement || cuts(element)))
      .map((element) => element.outerHTML.slice(0, 120))
  })
}
