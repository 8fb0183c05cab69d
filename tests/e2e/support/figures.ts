import type { Page } from '@playwright/test'
import { paths } from '#app/web/paths'

/** Of the headline of the indicator: 「641事務事業のうち230」. */
export async function countImproved(page: Page): Promise<number> {
  await page.goto(paths.indicators())
  const [, count = ''] = /事務事業のうち\s*([\d,]+)/.exec(await page.getByRole('main').innerText()) ?? []
  return Number(count.replaceAll(',', ''))
}
