import type { Request } from '@playwright/test'
import { paths } from '#app/web/paths'
import { testPassword } from '#tests/support/accounts.server'
import { endedToken } from '#tests/support/server'
import { choice, expectDone, field, follow, press, select, write } from './support/forms'
import { expect, test } from './support/site'

/* 職員 */

const carries = (request: Request, text: string) =>
  new URLSearchParams(request.postData() ?? '').get('change') === text

const project = '生活困窮者支援事業'

test('a draft is kept while typing, and is still there the next day', async ({ as }) => {
  const page = await as('employee')
  await page.goto(paths.newPractice())
  const kept = page.waitForResponse((response) => carries(response.request(), '三枚の相談票を一枚にした。'))
  await field(page, '改善の名前').fill('相談票を一枚にまとめた')
  await field(page, '変えたこと').fill('三枚の相談票を一枚にした。')
  await kept // not only the name, which leaving its field has saved
  await expect(page.getByText(/^下書きは.*に保存しました$/).first()).toBeVisible()

  const nextDay = await as('employee')
  await nextDay.goto(paths.home())
  await nextDay.getByRole('link', { name: /^下書きの続き/ }).click()
  await follow(nextDay, '相談票を一枚にまとめた')
  await expect(field(nextDay, '変えたこと')).toHaveValue('三枚の相談票を一枚にした。')
  await choice(nextDay, project).check()
  await write(nextDay, { いつから: '令和8年5月20日' })
  await press(nextDay, '確認へ進む')
  await press(nextDay, '報告する')
  await expectDone(nextDay, '改善を報告しました。')
})

test('“Back” leads to what was written, and goes on with the same draft', async ({ as }) => {
  const page = await as('employee')
  await page.goto(paths.newPractice())
  await write(page, {
    改善の名前: '封筒を二種類にした',
    変えたこと: '封筒を二種類にした。',
    いつから: 'R8.5.19',
  })
  await choice(page, project).check()
  await expect(page.getByText(/^下書きは.*に保存しました$/).first()).toBeVisible()
  await press(page, '確認へ進む')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('報告する内容の確認')
  await page.goBack()
  await expect(field(page, '改善の名前')).toHaveValue('封筒を二種類にした')
  await write(page, { 変えたこと: '封筒を二種類に減らした。' })
  await press(page, '確認へ進む')
  await expect(page.getByText('封筒を二種類に減らした。')).toBeVisible()
  await page.goto(paths.contributions())
  await expect(page.getByRole('link', { name: '封筒を二種類にした' })).toHaveCount(1)
})

test('what cannot be read as a day or a number is said at its field, and everything typed stays', async ({
  as,
}) => {
  const page = await as('employee')
  await page.goto(paths.newPractice())
  await write(page, {
    改善の名前: '書き写しをなくした',
    変えたこと: '書き写しをやめた。',
    いつから: 'きのう',
  })
  await write(page, { '1年間に削減できる時間': 'たくさん' })
  await press(page, '確認へ進む')
  const summary = page.locator('#error-summary')
  await expect(summary).toBeFocused()
  await summary.getByRole('link', { name: /いつから/ }).click()
  await expect(field(page, 'いつから')).toBeFocused()
  await expect(field(page, 'いつから')).toHaveValue('きのう')
  await expect(field(page, 'いつから')).toHaveAttribute('aria-invalid', 'true')
  await expect(summary, 'the other errors stay').toContainText('対象の事務事業')
  await expect(field(page, '変えたこと')).toHaveValue('書き写しをやめた。')
  await expect(page).toHaveTitle(/^エラー：/)
})

test('a button that is pressed twice sends once', async ({ as }) => {
  const page = await as('employee')
  const title = '電話の取次ぎ表を一枚に'
  await page.goto(paths.newPractice({}))
  await write(page, { 改善の名前: title, 変えたこと: '取次ぎの表を作った。', いつから: 'R8.5.21' })
  await choice(page, project).check()
  await press(page, '確認へ進む')
  await page.getByRole('button', { name: '報告する', exact: true }).dblclick()
  await expectDone(page, '改善を報告しました。')
  await page.goto(paths.contributions())
  await expect(page.getByRole('link', { name: title })).toHaveCount(1)
})

test('what was typed when the session was over is still there after signing in', async ({ as, small }) => {
  const page = await as('author')
  await page.goto(paths.newProposal())
  await write(page, { 提案の名前: '席を外していた間の提案', どう変えるか: '長い間考えて書いた文です。' })
  await page.context().addCookies([{ name: 'sid', value: endedToken, url: small.origin, httpOnly: true }])
  await press(page, '確認へ進む')
  await expect(page.getByText('入力していた内容は預かっています。')).toBeVisible()
  await write(page, { 職員番号: '000004' })
  await page.getByLabel(/^パスワード/).fill(testPassword)
  await press(page, 'サインインする')
  await expect(field(page, '提案の名前')).toHaveValue('席を外していた間の提案')
  await expect(field(page, 'どう変えるか')).toHaveValue('長い間考えて書いた文です。')
})

test('the library is browsed by year, department and what got better, and filters are taken off again', async ({
  as,
}) => {
  const page = await as('employee')
  await page.goto(paths.improvements())
  await page.getByRole('textbox', { name: 'ことばで探す' }).fill('番号')
  await press(page, 'さがす')
  await expect(page).toHaveURL(paths.improvements({ q: '番号' }))
  await select(page, 'よくなったこと', '時間が減る')
  await press(page, '絞り込む')
  await follow(page, 'よくなったこと＝時間が減る を外す')
  await expect(page).toHaveURL(paths.improvements({ q: '番号' }))
  await page.goto(paths.improvements({ q: '恐竜' }))
  await expect(page.getByText('条件に合う改善事例はありません。')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: '条件をすべて外す' }).first().click()
  await expect(page).toHaveURL(paths.improvements()) // what is chosen is a list as well, and leaves with it
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 2, name: '効果と対象' })).toBeVisible()
})
