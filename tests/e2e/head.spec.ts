import { paths } from '#app/web/paths'
import { markOf } from '#tests/access/objects.server'
import { choice, expectDone, field, follow, press, select, write } from './support/forms'
import { expect, test } from './support/site'

/* 課長 */

test('a report that lacks something goes back, comes again and is confirmed with a word', async ({ as }) => {
  const title = markOf('practiceReported')
  const head = await as('head')
  await head.goto(paths.practicesToConfirm())
  await follow(head, `報告を読む：${title}`)
  await follow(head, '差し戻す')
  await write(head, { 足りないこと: '前のようすを書いてください。' })
  await press(head, '差し戻す')
  await expectDone(head, '報告を差し戻しました。')

  const reporter = await as('member')
  await reporter.goto(paths.home())
  await follow(reporter, `差し戻しに対応：${title}`)
  await expect(reporter.getByText('前のようすを書いてください。').first()).toBeVisible()
  await follow(reporter, '内容を直す')
  await write(reporter, { 前はどうだったか: '順番が分からなかった。' })
  await press(reporter, '確認へ進む')
  await press(reporter, '報告する')
  await expectDone(reporter, '改善を報告しました。')

  await head.goto(paths.home())
  await follow(head, `改善の報告を確認：${title}`)
  await write(head, { ひとこと: '来た人の顔が明るくなりました。' })
  await press(head, '確認する')
  await expectDone(head, '報告を確認しました。')
  await reporter.goto(paths.improvements())
  await follow(reporter, title)
  await expect(reporter.getByText('来た人の顔が明るくなりました。')).toBeVisible()
})

test('nothing chosen is nothing confirmed, and the page says so', async ({ as, small }) => {
  const head = await as('head')
  const member = await as('member')
  await member.goto(paths.practiceCheck(small.objects.ids.practiceDraft))
  await press(member, '報告する')
  await expectDone(member, '改善を報告しました。')
  await head.goto(paths.practicesToConfirm())
  await press(head, '選んだ報告を確認する')
  await expect(head.locator('#error-summary')).toBeFocused()
  await expect(head.getByRole('checkbox', { name: markOf('practiceDraft') })).toBeVisible()
})

test('「現時点では困難」 asks for what would make it possible, and is read once more before it goes out', async ({
  as,
  small,
}) => {
  const grounds = '庁舎の廊下が狭く、発券機を置くと車いすが通れなくなるため、いまは置けません。'
  const head = await as('head')
  await head.goto(paths.considerations())
  await follow(head, markOf('considering'))
  await press(head, '受け付ける')
  await expectDone(head, '受け付けました。')
  await expect(field(head, '何があれば実現できるか')).toBeHidden()
  await choice(head, '現時点では困難').check()
  await write(head, { 理由: grounds })
  await press(head, '回答する')
  await expect(head.locator('#error-summary')).toBeFocused()
  await select(head, '困難な理由の区分', '関係者調整')
  await write(head, { 何があれば実現できるか: '一階の倉庫が空けば置けます。' })
  await press(head, '回答する')
  await expect(head.getByText('まだ回答していません。内容を確かめてください')).toBeVisible()
  await press(head, 'この内容で回答する')
  await expectDone(head, '回答しました。')

  const chair = await as('chair')
  await chair.goto(paths.proposal(small.objects.ids.considering))
  await expect(chair.getByText('一階の倉庫が空けば置けます。')).toBeVisible()
})

test('「まとめて回答」 leaves out what was answered meanwhile and says which, pressed twice as well', async ({
  as,
  small,
}) => {
  const secretariat = await as('secretariat')
  await secretariat.goto(paths.acceptance(small.objects.ids.submitted))
  await press(secretariat, '受け付けて検討を依頼する')
  await expectDone(secretariat, '提案を受け付け、課に検討をお願いしました。')

  const head = await as('head')
  await head.goto(paths.considerations())
  for (const thing of ['consulted', 'submitted'] as const)
    await choice(head, `${markOf(thing)}を選ぶ`).check()
  await press(head, '選んだ提案にまとめて回答する')
  await choice(head, '小さく試す').check()
  await write(head, { 理由: 'まず一つの窓口で確かめます。', 試し方: '七月に、住民票の窓口だけで。' })
  await press(head, '確認へ進む')
  await expect(head.getByRole('list', { name: '回答する提案' }).getByRole('listitem')).toHaveCount(2)

  const elsewhere = await as('head')
  await elsewhere.goto(paths.considerations())
  await follow(elsewhere, markOf('consulted'))
  await choice(elsewhere, '既に実施・計画済み').check()
  await write(elsewhere, { 理由: '四月に始めました。', '既に実施・計画している内容': '窓口の案内。' })
  await press(elsewhere, '回答する')
  await expectDone(elsewhere, '回答しました。')

  const left = head.getByRole('region', { name: '回答しなかった提案（1件）' })
  await head.getByRole('button', { name: '2件に回答する' }).dblclick()
  await expectDone(head, '選んだ提案に回答しました。')
  await expect(left).toContainText(`${markOf('consulted')}　この課はすでに回答しています。`)
  await head.goto(paths.considerations({ view: 'answered' }))
  await expect(head.getByRole('listitem').filter({ hasText: markOf('submitted') })).toContainText(
    '小さく試す',
  )
  await expect(head.getByRole('listitem').filter({ hasText: markOf('consulted') })).toContainText('既に実施')
})
