import { paths } from '#app/web/paths'
import { markOf } from '#tests/access/objects.server'
import { choice, expectDone, follow, press, select, write } from './support/forms'
import { meetAbout } from './support/meetings'
import { expect, test } from './support/site'

/* 事務改善委員会: the chair, a member who keeps out, and 政策会議 */

const title = markOf('awaiting')
const today = 'R8.6.1'

test('the committee asks the department once more, and the matter comes back with the answer', async ({
  as,
  small,
}) => {
  const place = paths.proposal(small.objects.ids.awaiting)
  const chair = await as('chair')
  await chair.goto(place)
  await follow(chair, '担当課にもう一度聞く')
  await write(chair, { 聞きたいこと: '費用はどれほどですか。' })
  await choice(chair, '市民課').check()
  await press(chair, '照会する')
  await expectDone(chair, '担当課に照会しました。')

  const head = await as('head')
  await head.goto(paths.considerations())
  await follow(head, title)
  await expect(head.getByText('費用はどれほどですか。').first()).toBeVisible()
  await choice(head, '小さく試す').check()
  await write(head, {
    理由: '二十万円ほどなので、まず一つの窓口で試します。',
    試し方: '七月に、住民票の窓口だけで。',
  })
  await press(head, '回答する')
  await expectDone(head, '回答しました。')
  await chair.goto(paths.triage())
  await expect(chair.getByRole('row', { name: title })).toContainText('小さく試す')
})

test('what waits is decided in no other way than in a meeting', async ({ as, small }) => {
  const chair = await as('chair')
  await chair.goto(paths.proposal(small.objects.ids.awaiting))
  await expect(chair.getByRole('link', { name: '判定を記録する' })).toHaveCount(0)
  await chair.goto(paths.triage())
  const row = chair.getByRole('row', { name: title })
  await row.getByRole('link', { name: '会議の議題に入れる' }).click()
  await expect(chair.getByRole('heading', { level: 1 })).toContainText('会議の議題に入れる')
  expect((await chair.goto(paths.hold(small.objects.ids.awaiting)))?.status()).toBe(403)
  await expect(chair.getByText('どの会議の議題にも入っていません')).toBeVisible()
})

test('what is not ripe is held for a day, with somebody who helps it on', async ({ as, small }) => {
  const place = paths.proposal(small.objects.ids.awaiting)
  const chair = await as('chair')
  await meetAbout(chair, { place, title, heldOn: today })
  await follow(chair, '育てる（継続検討）')
  await write(chair, { 理由: 'ほかの窓口の結果を見てから決めます。', 再検討日: 'R8.9.1' })
  await write(chair, { '伴走する人の職員番号（一覧にいないとき）': '000014' })
  await press(chair, '育てることに決める')
  await expectDone(chair, '育てることに決めました。')

  const helper = await as('employee')
  await helper.goto(place)
  await expect(helper.getByText('令和8年9月1日に、もう一度審議します。')).toBeVisible()
  await follow(helper, '進み具合を書く')
  await press(helper, '進み具合を残す')
  await expect(helper.locator('#error-summary')).toContainText('進み具合を入力してください')
  await write(helper, { 進み具合: '一つの窓口で試し、列が短くなりました。' })
  await press(helper, '進み具合を残す')
  await expectDone(helper, '進み具合を残しました。')
  await chair.goto(place)
  await expect(chair.getByRole('region', { name: /^伴走の記録/ })).toContainText('列が短くなりました。')
  await chair.goto(paths.triage({ view: 'onHold' }))
  await expect(chair.getByRole('row', { name: title })).toContainText('R8.9.1')
})

test('who belongs to the bureau concerned reads, and records nothing', async ({ as, small }) => {
  const recused = await as('recused')
  await recused.goto(paths.triage({ view: 'onHold' }))
  await expect(recused.getByRole('row', { name: title })).toContainText('除斥')
  await expect(recused.getByRole('row', { name: title }).getByRole('link')).toHaveCount(1)
  expect((await recused.goto(paths.hold(small.objects.ids.inMeeting)))?.status()).toBe(403)
})

test('政策会議 decides what was referred to it, and nobody reads it before the notice', async ({
  as,
  small,
}) => {
  const place = paths.proposal(small.objects.ids.beforeCouncil)
  const council = await as('council')
  await council.goto(paths.home())
  await follow(council, `政策会議の結果を記録：${markOf('beforeCouncil')}`)
  await follow(council, '議題を開く')
  await follow(council, '政策会議の結果を記録する')
  await write(council, {
    会議の結果: '了承。ほかの庁舎にも広げること。',
    理由: '費用が小さく、効果が確かです。',
  })
  await choice(council, '一部採用').check()
  await write(council, { 採用する部分: '一階の窓口。', 担当: '窓口係', 実施予定日: 'R8.10.1' })
  await select(council, '実施担当課', '市民課')
  await select(council, '対象の事務事業', '窓口サービス事業')
  await press(council, '政策会議の結果を記録する')
  await expectDone(council, '政策会議の結果を記録しました。')

  const author = await as('author')
  await author.goto(place)
  await expect(author.getByText('費用が小さく、効果が確かです。')).toHaveCount(0)
  const secretariat = await as('secretariat')
  await secretariat.goto(paths.notices())
  await secretariat.getByRole('checkbox', { name: markOf('decided') }).uncheck()
  await press(secretariat, '確認へ進む')
  await press(secretariat, '1件の結果を通知する')
  await expectDone(secretariat, '結果を通知しました。')
  await author.goto(place)
  await expect(author.getByText('費用が小さく、効果が確かです。')).toBeVisible()
  await expect(author.getByText('了承。ほかの庁舎にも広げること。'), 'the paper of 政策会議').toHaveCount(0)
})

test('the committee refers a matter to 政策会議, which gives it back', async ({ as, small }) => {
  const place = paths.proposal(small.objects.ids.considering)
  const head = await as('head')
  await head.goto(paths.answer(small.objects.record))
  await choice(head, '条件が整えば実施する').check()
  await write(head, { 理由: '庁舎の改修に合わせて実施します。', 実施に必要な条件: '改修の予算。' })
  await press(head, '回答する')
  await expectDone(head, '回答しました。')

  const chair = await as('chair')
  await meetAbout(chair, { place, title: markOf('considering'), heldOn: today })
  await follow(chair, '政策会議に付議する')
  await choice(chair, '発議').check()
  await write(chair, { 概要: '庁舎の改修で番号札を入れる。', 求める決定: '改修に含めるかどうか。' })
  await press(chair, '政策会議に付議する')
  await expectDone(chair, '政策会議に付議しました。')

  const council = await as('council')
  await council.goto(place)
  await follow(council, '会議の議題に入れる')
  await press(council, '会議の議題に入れる')
  await expectDone(council, '議題に加えました。')
  await follow(council, markOf('considering'))
  await follow(council, '政策会議の結果を記録する')
  await expect(council.getByText('改修に含めるかどうか。').first()).toBeVisible()
  await choice(council, '判定は事務改善委員会に戻す').check()
  await write(council, { 会議の結果: '改修とは別に決めること。' })
  await press(council, '政策会議の結果を記録する')
  await expectDone(council, '政策会議の結果を記録しました。')
  await chair.goto(paths.triage())
  await expect(chair.getByRole('row', { name: markOf('considering') })).toBeVisible()
})
