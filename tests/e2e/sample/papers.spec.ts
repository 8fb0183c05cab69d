import { paths } from '#app/web/paths'
import { cutOff, expectNumbered, landscape, portrait, print } from '#tests/e2e/support/paper'
import { expect, test } from '#tests/e2e/support/site'

/* What a meeting puts on the table: the one of November 2025 with twelve proposals, in the words of the sample town. */

const meeting = '第3回 事務改善委員会（令和7年11月20日）'

test('the papers of twelve proposals are fourteen sheets at most, and nothing is cut', async ({ inRole }) => {
  test.setTimeout(180_000)
  const page = await inRole('事務局')
  await page.goto(paths.sittings())
  await page.getByRole('link', { name: '令和7年11月20日' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(meeting)
  await expect(page.getByText('審議する提案 12件')).toBeVisible()
  const { pathname } = new URL(page.url())

  await page.goto(`${pathname}/papers/print`)
  await expect(page.locator('.paper')).toHaveCount(12)
  const papers = await print(page)
  expect(papers.sizes).toEqual([portrait])
  expect(papers.sheets, 'one for the list, one for each proposal, one to spare').toBeLessThanOrEqual(14)
  expect(papers.sheets).toBeGreaterThanOrEqual(12)
  expectNumbered(papers)
  const told = await page.locator('.paper :is(h2, dt, dd)').allTextContents()
  const printed = papers.texts.join('').replaceAll(/\s/g, '')
  expect(told.filter((text) => !printed.includes(text.replaceAll(/\s/g, '')))).toEqual([])
  expect(await cutOff(page)).toEqual([])

  await page.goto(`${pathname}/print`)
  const agenda = await print(page)
  expect(agenda.sizes).toEqual([landscape])
  expect(agenda.sheets).toBeLessThanOrEqual(2)
  expectNumbered(agenda)
  expect(await cutOff(page, { millimetres: 297 })).toEqual([])

  await page.goto(`${pathname}/minutes/print`)
  const minutes = await print(page)
  expect(minutes.sizes).toEqual([portrait])
  expectNumbered(minutes)
  expect(await cutOff(page)).toEqual([])
})
