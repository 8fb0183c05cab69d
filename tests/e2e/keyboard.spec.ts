import { paths } from '#app/web/paths'
import { flows } from './flows/flows'
import { keyboard } from './flows/keys'
import { field, group } from './support/forms'
import { expect, test } from './support/site'

/* With the keyboard alone; at every stop the focus is seen. */

for (const { does, as: part, run } of flows) {
  test(`by keyboard the ${part} ${does}`, async ({ as, small }) =>
    run(keyboard(await as(part)), small.objects))
}

test('the first stop leads past the menu, to what the page is about', async ({ as }) => {
  const page = await as('employee')
  await page.goto(paths.home())
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '本文へ移動' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const isInside = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))
  expect(isInside).toBe(true)
})

test('a refused form takes the focus to the summary, and from there to the field', async ({ as }) => {
  const page = await as('employee')
  await page.goto(paths.newPractice())
  await keyboard(page).press('確認へ進む')
  await expect(page.locator('#error-summary')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(field(page, '改善の名前')).toBeFocused()
})

test('what was searched for in a long form is shown where it was asked, and told with the box', async ({
  as,
}) => {
  const page = await as('author')
  await page.goto(paths.newProposal())
  await keyboard(page).pick('いっしょに提案するメンバー', '田中', '田中')
  const box = group(page, 'いっしょに提案するメンバー').getByRole('textbox')
  await box.press('Enter')
  await expect(box).toBeFocused()
  await expect(box).toBeInViewport()
  await expect(box).toHaveAccessibleDescription(/見つかりました|選んであります/)
  await field(page, '提案の名前').press('Enter')
  await expect(page.locator('#error-summary'), 'the form is meant, not the box').toBeFocused()
})

test('Enter in a search box inside a form searches, and does not send the form', async ({ as }) => {
  const page = await as('author')
  await page.goto(paths.newProposal())
  await keyboard(page).pick('対象の課', '福祉', '福祉課')
  await expect(page).toHaveURL(paths.newProposal())
})
