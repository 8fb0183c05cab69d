import { paths } from '#app/web/paths'
import { markOf } from '#tests/access/objects.server'
import { expectAccessible } from './support/axe'
import { expectDone, follow, press, select, write } from './support/forms'
import { expect, test } from './support/site'

/* 合議 and 三者協議: what departments ask each other, and what the three talked over. */

test('a department asks another one for its opinion, which answers from its home page', async ({
  as,
  small,
}) => {
  const head = await as('head')
  const { record, ids } = small.objects
  await head.goto(paths.consideration(record))
  await follow(head, 'ほかの課に合議を求める')
  await expectAccessible(head, '合議を求める')
  await press(head, '合議を求める')
  await expect(head.getByText('聞きたいことを入力してください').first()).toBeVisible()
  await select(head, '合議を求める課', '福祉課')
  await write(head, { 聞きたいこと: '申請書の様式は変わりますか。' })
  await press(head, '合議を求める')
  await expectDone(head, '合議を求めました。')

  const welfare = await as('otherHead')
  await welfare.goto(paths.considerations())
  await expectAccessible(welfare, '検討する提案')
  await welfare.goto(paths.home())
  await follow(welfare, `合議に回答：${markOf('considering')}`)
  await expectAccessible(welfare, '合議に回答する')
  await write(welfare, { 課の意見: '様式は変わりません。' })
  await press(welfare, '合議に回答する')
  await expectDone(welfare, '合議に回答しました。')
  await expect(welfare.getByText('様式は変わりません。')).toBeVisible()

  await head.goto(paths.considerationVersions(record))
  await expectAccessible(head, '書いた記録')

  const secretariat = await as('secretariat')
  await secretariat.goto(paths.proposal(ids.considering))
  await follow(secretariat, '三者協議を記録する')
  await expectAccessible(secretariat, '三者協議を記録する')
  await write(secretariat, {
    事務局と所管課の出席者: '小林、髙橋',
    協議の内容: '佐藤　由美さんの話を聞いた。',
  })
  await press(secretariat, '三者協議を記録する')
  await expect(secretariat.getByText('「提案者」と書いてください').first()).toBeVisible()
  await write(secretariat, { 協議の内容: '提案者の話を聞いた。' })
  await press(secretariat, '三者協議を記録する')
  await expectDone(secretariat, '三者協議を記録しました。')
  await expectAccessible(secretariat, '三者協議のある提案')
})
