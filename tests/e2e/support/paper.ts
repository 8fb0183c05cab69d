import { expect, type Page } from '@playwright/test'
import { textOfSheets } from './pdf-text'

/** In PDF points. */
export const portrait = '595 842'
export const landscape = '842 595'

export interface Paper {
  readonly sheets: number
  readonly sizes: string[]
  /** What stands on each sheet. */
  readonly texts: string[]
  /** How many pictures are drawn on them. */
  readonly pictures: number
}

/** As many sheets as the printer gives out, and of which size. */
export async function print(page: Page): Promise<Paper> {
  const file = await page.pdf({ preferCSSPageSize: true })
  const pdf = file.toString('latin1')
  const boxes = Array.from(pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g))
  const sizes = boxes.map(([, width, height]) => `${Math.round(Number(width))} ${Math.round(Number(height))}`)
  const texts = textOfSheets(file)
  const pictures = pdf.match(/\/Subtype\s*\/Image\b/g)?.length ?? 0
  return { sheets: texts.length, sizes: [...new Set(sizes)], texts, pictures }
}

/** 「2 ／ 14」 on every sheet, as people ask for who have dropped a stack of paper. */
export function expectNumbered({ sheets, texts }: Paper): void {
  texts.forEach((text, place) => {
    expect(text, `sheet ${place + 1}`).toContain(`${place + 1} ／ ${sheets}`)
  })
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
