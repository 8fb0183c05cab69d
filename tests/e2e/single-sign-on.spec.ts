import { paths } from '#app/web/paths'
import { type IdentityProvider, startIdentityProvider } from '#tests/support/identity-provider'
import { testPassword } from '#tests/support/accounts.server'
import { expectAccessible } from './support/axe'
import { expectDone, follow, press, write } from './support/forms'
import { type SmallServer, startSmallWith } from './support/servers'
import { expect, test } from './support/site'

/* Single sign-on in a browser, with a provider of its own on another origin. */

const enter = '庁内アカウントでサインインする'

let idp: IdentityProvider
let server: SmallServer

test.beforeAll(async () => {
  idp = await startIdentityProvider()
  server = await startSmallWith(idp.issuer)
})
test.afterAll(async () => {
  await server.stop()
  await idp.stop()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('who is linked comes in to the page that was wanted, and out of both', async ({ at }) => {
      idp.person = { sub: 'tanaka@town' }
      const page = await at(server, 'stranger')
      await page.goto(paths.account())
      await expect(page).toHaveURL(/\/sign-in\?to=/)
      await follow(page, enter)
      await expectDone(page, 'サインインしました。')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('利用者の情報')
      await press(page, 'サインアウトする')
      await expectDone(page, 'サインアウトしました。')
      if (javaScriptEnabled) await expectAccessible(page, 'signed out here')
      await follow(page, '庁内アカウントからもサインアウトする')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('signed out there')
    })

    test('who is not linked is told so, and may try again', async ({ at }) => {
      idp.person = { sub: 'nobody' }
      const page = await at(server, 'stranger')
      await page.goto(paths.signIn(paths.indicators()))
      await follow(page, enter)
      await expect(page.getByRole('alert')).toContainText('職員とひも付いていないか')
      if (javaScriptEnabled) await expectAccessible(page, 'turned away')
      idp.person = { sub: 'tanaka@town' }
      await follow(page, 'もう一度サインインする')
      await expectDone(page, 'サインインしました。')
      await expect(page).toHaveURL(/\/indicators/)
    })
  })
}

test('an administrator links a person, decides how, and takes the link away', async ({ at }) => {
  const admin = await at(server, 'administrator')
  const { employee } = server.objects.players
  await admin.goto(paths.staffMember(employee))
  await follow(admin, 'シングルサインオンのひも付けを見る')
  await write(admin, { 利用者ID: 'tanaka@town' })
  await press(admin, 'ひも付ける')
  await expect(admin.locator('#error-summary')).toContainText('田中　一郎（000002）にひも付いています')
  await write(admin, { 利用者ID: 'okada@town' })
  await press(admin, 'ひも付ける')
  await expectDone(admin, '利用者IDをひも付けました。')
  await expectAccessible(admin, 'linked')

  idp.person = { sub: 'okada@town' }
  const page = await at(server, 'stranger')
  await page.goto(paths.signIn())
  await follow(page, enter)
  await expectDone(page, 'サインインしました。')

  await admin.goto(paths.admin())
  await admin.getByRole('link', { name: 'サインインの方法' }).click()
  await admin.getByLabel('ひも付けた職員には、パスワードでのサインインを認めない').check()
  await press(admin, '変更する')
  await expectDone(admin, 'サインインの方法の決まりを変更しました。')
  const byPassword = await at(server, 'stranger')
  await byPassword.goto(paths.signIn())
  await write(byPassword, { 職員番号: '000014' })
  await byPassword.getByLabel(/^パスワード/).fill(testPassword)
  await press(byPassword, 'サインインする')
  await expect(byPassword.locator('#error-summary')).toContainText(
    'パスワードでのサインインは、今は使えません',
  )

  await admin.goto(paths.personLink(employee))
  await press(admin, 'ひも付けを外す')
  await expectDone(admin, 'ひも付けを外し、すべての端末をサインアウトしました。')
  await page.goto(paths.account())
  await expect(page).toHaveURL(/\/sign-in/)
  await admin.goto(paths.log())
  await expect(admin.getByRole('main')).toContainText('シングルサインオンの利用者IDのひも付けを外しました')
})
