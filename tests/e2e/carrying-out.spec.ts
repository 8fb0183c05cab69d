import { paths } from '#app/web/paths'
import { markOf } from '#tests/access/objects.server'
import { choice, expectDone, follow, press, write } from './support/forms'
import { expect, test } from './support/site'

/* 実施担当 */

test('what was adopted is owed by the head, begun by a member and reported on', async ({ as, small }) => {
  const head = await as('head')
  await head.goto(paths.home())
  await expect(head.getByRole('link', { name: `実施を始める：${markOf('notified')}` })).toBeVisible()
  const page = await as('member')
  await page.goto(paths.proposal(small.objects.ids.notified))
  await follow(page, '実施を始める')
  await press(page, '実施を始める')
  await expectDone(page, '実施を始めたことを記録しました。')
  await follow(page, '実施状況を報告する')
  await choice(page, '準備中').check()
  await write(page, { 進み具合: '機器の見積りを取っています。', 次の報告の予定日: 'R8.6.1' })
  await press(page, '報告する')
  await expect(page.locator('#error-summary')).toContainText('明日からの日')
  await write(page, { 次の報告の予定日: 'R8.7.1' })
  await press(page, '報告する')
  await expectDone(page, '実施状況を報告しました。')
  await expect(page.getByText('機器の見積りを取っています。')).toBeVisible()
})

test('what cannot be carried out is given up with its reason, which the proposer reads', async ({
  as,
  small,
}) => {
  const place = paths.proposal(small.objects.ids.implementing)
  const member = await as('member')
  await member.goto(place)
  await follow(member, '実施を見送る')
  await write(member, { 実施を見送る理由: '機器の製造が終わったため。' })
  await press(member, '実施を見送る')
  await expectDone(member, '実施の見送りを報告しました。')
  const author = await as('author')
  await author.goto(place)
  await expect(author.getByText('機器の製造が終わったため。').first()).toBeVisible()
})

test('what did not help is put back, and what was learnt is kept', async ({ as, small }) => {
  const head = await as('head')
  await head.goto(paths.proposal(small.objects.ids.implemented))
  await follow(head, '元に戻したと報告する')
  await write(head, { '元に戻した理由と、分かったこと': '列が窓口の外に移っただけでした。' })
  await press(head, '元に戻したと報告する')
  await expectDone(head, '元に戻したことを報告しました。')
  await expect(head.getByText('列が窓口の外に移っただけでした。').first()).toBeVisible()
})
