import { paths } from '#app/web/paths'
import { markOf } from '#tests/access/objects.server'
import { expectDone, follow, pick, press, select, write } from './support/forms'
import { expect, test } from './support/site'

/* 事務局: what does not simply go on from the desk where proposals arrive. */

const title = markOf('submitted')

test('what lacks something goes back with a request, and comes again', async ({ as }) => {
  const secretariat = await as('secretariat')
  await secretariat.goto(paths.intake())
  await follow(secretariat, title)
  await follow(secretariat, '差し戻す')
  await write(secretariat, { 加筆してほしいこと: '一日に何人が並ぶのかを書いてください。' })
  await press(secretariat, '差し戻す')
  await expectDone(secretariat, '提案を差し戻しました。')

  const author = await as('author')
  await author.goto(paths.home())
  await follow(author, `差し戻しに対応：${title}`)
  await expect(author.getByText('一日に何人が並ぶのかを書いてください。').first()).toBeVisible()
  await follow(author, '内容を直す')
  await write(author, { 今どうなっているか: '一日に八十人が、窓口の前に並んでいます。' })
  await press(author, '確認へ進む')
  await press(author, '提出する')
  await expectDone(author, '提案を提出しました。')

  await secretariat.goto(paths.intake())
  await follow(secretariat, title)
  await expect(secretariat.getByText('一日に八十人が、窓口の前に並んでいます。')).toBeVisible()
})

test('what is alike is merged into the earlier one, and a mistake can be undone', async ({ as, small }) => {
  const { submitted, considering } = small.objects.ids
  const secretariat = await as('secretariat')
  await secretariat.goto(paths.proposal(submitted))
  await follow(secretariat, 'ほかの提案に統合する')
  await pick(secretariat, '統合先の提案', markOf('considering'), markOf('considering'))
  await write(secretariat, { 理由: '同じ窓口の列のことです。' })
  await press(secretariat, '統合する')
  await expectDone(secretariat, '提案を統合しました。')
  await secretariat
    .getByRole('main')
    .getByRole('link', { name: markOf('considering') })
    .first()
    .click()
  await expect(secretariat).toHaveURL(paths.proposal(considering))

  await secretariat.goto(paths.proposal(submitted))
  await follow(secretariat, '統合を取り消す')
  await press(secretariat, '統合を取り消す')
  await expectDone(secretariat, '統合を取り消しました。')
  await expect(secretariat.getByRole('link', { name: '受け付ける', exact: true })).toBeVisible()
})

test('what cannot be received is declined with its reason, and may be proposed again', async ({
  as,
  small,
}) => {
  const place = paths.proposal(small.objects.ids.submitted)
  const secretariat = await as('secretariat')
  await secretariat.goto(place)
  await follow(secretariat, '不受理とする')
  await press(secretariat, '不受理とする')
  await expect(secretariat.locator('#error-summary')).toBeFocused()
  await select(secretariat, '理由の区分', '法令')
  await write(secretariat, { 理由: '窓口の配置は、条例で決まっているためです。' })
  await press(secretariat, '不受理とする')
  await expectDone(secretariat, '提案を不受理とし、理由を提案者に伝えました。')

  const author = await as('author')
  await author.goto(place)
  await expect(author.getByText('窓口の配置は、条例で決まっているためです。')).toBeVisible()
  await follow(author, '再提案する')
  await press(author, '再提案の下書きを作る')
  await expectDone(author, '前の提案を写した下書きを作りました。')
  await expect(author.getByRole('textbox', { name: /^提案の名前/ })).toHaveValue(title)
})

test('what is no proposal is passed on to the department as information', async ({ as, small }) => {
  const { draft } = small.objects.ids
  const author = await as('author')
  await author.goto(paths.proposalCheck(draft))
  await press(author, '提出する')

  const secretariat = await as('secretariat')
  await secretariat.goto(paths.proposal(draft))
  await follow(secretariat, '情報として課に伝える')
  await pick(secretariat, '情報を伝える課', '福祉', '福祉課')
  await write(secretariat, { 理由: '検討をお願いするより、まず知ってもらうためです。' })
  await press(secretariat, '情報として伝える')
  await expectDone(secretariat, '提案を情報として課に伝えました。')

  const told = await as('otherHead')
  expect((await told.goto(paths.proposal(draft)))?.status()).toBe(200)
  await expect(told.getByText('検討をお願いするより、まず知ってもらうためです。')).toBeVisible()
})

test('hidden names are looked at by an act of its own', async ({ as, small }) => {
  const place = paths.proposal(small.objects.ids.considering)
  const secretariat = await as('secretariat')
  await secretariat.goto(place)
  await expect(secretariat.getByText('佐藤')).toHaveCount(0)
  await follow(secretariat, '提案者の氏名を確かめる')
  await press(secretariat, '氏名を確かめる')
  await expect(secretariat.getByText(/佐藤/).first()).toBeVisible()

  const author = await as('author')
  await author.goto(place)
  await expect(author.getByText(/氏名を確かめ/).first()).toBeVisible()
})
