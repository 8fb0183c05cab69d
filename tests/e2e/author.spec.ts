import { paths } from '#app/web/paths'
import { markOf } from '#tests/access/objects.server'
import { expectDone, field, follow, press, write } from './support/forms'
import { expect, test } from './support/site'

/* 提案者 */

test('two authors write at once, and who saves second is shown both texts', async ({ as, small }) => {
  const place = paths.proposalEdit(small.objects.ids.draft)
  const [first, second] = [await as('author'), await as('coAuthor')]
  await first.goto(place)
  await second.goto(place)
  await write(first, { どう変えるか: '先に保存された文です。' })
  await press(first, '下書きを保存する')
  await expectDone(first, '下書きを保存しました。')

  await write(second, { どう変えるか: 'あとから書いた文です。' })
  const answer = second.waitForResponse((response) => response.status() === 409)
  await press(second, '下書きを保存する')
  await answer
  const both = second.locator('#error-summary')
  await expect(both).toBeFocused()
  await expect(both).toContainText('先に保存された文です。')
  await expect(both).toContainText('あとから書いた文です。')
  await expect(field(second, 'どう変えるか')).toHaveValue('あとから書いた文です。')

  await press(second, '自分の内容で上書きする')
  await expect(second.locator('#error-summary')).toHaveCount(0)
  await first.goto(place)
  await expect(field(first, 'どう変えるか')).toHaveValue('あとから書いた文です。')
})

test('a draft that somebody else has saved meanwhile is not overwritten by the autosave', async ({
  as,
  small,
}) => {
  const place = paths.proposalEdit(small.objects.ids.draft)
  const [first, second] = [await as('author'), await as('coAuthor')]
  await first.goto(place)
  await second.goto(place)
  await write(first, { 実施にあたって心配なこと: '機械の置き場所。' })
  await press(first, '下書きを保存する')
  await expectDone(first, '下書きを保存しました。')
  await field(second, '実施にあたって心配なこと').fill('音の大きさ。')
  await field(second, '提案の名前').focus()
  await expect(second.getByText('別の画面でこの下書きが更新されたため').first()).toBeVisible()
  await first.goto(place)
  await expect(field(first, '実施にあたって心配なこと')).toHaveValue('機械の置き場所。')
})

test('a proposal is withdrawn in the middle of its consideration, and says so to everybody concerned', async ({
  as,
  small,
}) => {
  const place = paths.proposal(small.objects.ids.considering)
  const author = await as('author')
  await author.goto(place)
  await expect(author.getByText('全5段階中2段階目')).toBeAttached()
  await follow(author, '取り下げる')
  await write(author, { 取り下げの理由: '別の方法を思いついたため。' })
  await press(author, '取り下げる')
  await expectDone(author, '提案を取り下げました。')

  const head = await as('head')
  await head.goto(paths.considerations())
  await expect(head.getByRole('link', { name: markOf('considering') })).toHaveCount(0)
  await head.goto(place)
  await expect(head.getByText('別の方法を思いついたため。')).toBeVisible()
})

test('a member leaves a group, and the others go on', async ({ as, small }) => {
  const place = paths.proposal(small.objects.ids.inCouncil)
  const member = await as('coAuthor')
  await member.goto(place)
  await follow(member, 'メンバーから外れる')
  await press(member, 'メンバーから外れる')
  await expectDone(member, '提案のメンバーから外れました。')
  expect((await member.goto(place))?.status()).toBe(404)
  expect((await (await as('author')).goto(place))?.status()).toBe(200)
})

test('a draft is thrown away only after a question', async ({ as, small }) => {
  const author = await as('author')
  await author.goto(paths.proposalEdit(small.objects.ids.draft))
  await follow(author, '下書きを破棄する')
  await press(author, '下書きを破棄する')
  await expectDone(author, '下書きを破棄しました。')
  expect((await author.goto(paths.proposal(small.objects.ids.draft)))?.status()).toBe(404)
})
