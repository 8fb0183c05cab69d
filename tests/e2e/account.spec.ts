import { paths } from '#app/web/paths'
import { testPassword } from '#tests/support/accounts.server'
import { expectDone, press, write } from './support/forms'
import { expect, test } from './support/site'

/* システム管理者, and everybody: one's own account */

const next = 'sudachi engawa tonbo'

test('a new password ends what was open elsewhere, and the next sign-in needs it', async ({ as }) => {
  const here = await as('administrator')
  const elsewhere = await as('stranger')
  await elsewhere.goto(paths.home())
  await write(elsewhere, { 職員番号: '000012' })
  await elsewhere.getByLabel(/^パスワード/).fill(testPassword)
  await press(elsewhere, 'サインインする')
  await expectDone(elsewhere, 'サインインしました。')
  await here.goto(paths.account())
  await here.getByRole('link', { name: 'パスワードを変更する' }).click()
  const typeIn = async (current: string, chosen: string) => {
    await here.getByLabel(/^今のパスワード/).fill(current)
    await here.getByLabel(/^新しいパスワード ※/).fill(chosen)
    await here.getByLabel(/^新しいパスワード（確認）/).fill(chosen)
    await press(here, 'パスワードを変更する')
  }
  await typeIn(testPassword, 'password1234567')
  await expect(here.locator('#error-summary')).toBeFocused()
  await typeIn(testPassword, next)
  await expectDone(here, 'パスワードを変更しました。')

  await elsewhere.goto(paths.account())
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  for (const [password, arrives] of [
    [testPassword, false],
    [next, true],
  ] as const) {
    await write(elsewhere, { 職員番号: '000012' })
    await elsewhere.getByLabel(/^パスワード/).fill(password)
    await press(elsewhere, 'サインインする')
    await (arrives
      ? expectDone(elsewhere, 'サインインしました。')
      : expect(elsewhere.locator('#error-summary')).toContainText('職員番号かパスワードが違います'))
  }
})

test('who signs out is out', async ({ as }) => {
  const page = await as('employee')
  await page.goto(paths.account())
  await press(page, 'サインアウトする')
  await expectDone(page, 'サインアウトしました。')
  await page.goto(paths.home())
  await expect(page).toHaveURL(/\/sign-in/)
})
