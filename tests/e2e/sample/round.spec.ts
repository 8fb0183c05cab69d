import type { Page } from '@playwright/test'
import { paths } from '#app/web/paths'
import { choice, expectDone, follow, press, write } from '#tests/e2e/support/forms'
import { attend, batch, beginMeeting, decline, scoreAll } from '#tests/e2e/support/meetings'
import { expect, test } from '#tests/e2e/support/site'

/* The round of 2026 in the sample town: fourteen members, one meeting, from its agenda to the notices. */

const sitting = '第3回 事務改善委員会'
const today = 'R8.11.24'
/** On the agenda already, in its order; the last two still wait for a place on it. */
const tied = '市営住宅の空き室を学生の地域活動の住まいに'
const held = '水道の検針の時に高齢の方の異変に気付く仕組み'
const referred = '学校の給食室の見学を、調理員の話を聞く授業に'
const asked = '庁内の郵便物を減らす「送らない週」'
const ofOwnBureau = '発表会の事例を3分の動画で見られる図書館'
const postponed = '工事の検査書類の写真をクラウドで共有'

test('the committee scores, meets without and with a quorum, and everything comes to its notice', async ({
  inRole,
}) => {
  test.setTimeout(600_000)
  const secretariat = await inRole('事務局')
  const chair = await inRole('事務改善委員会 委員長')
  const member = await inRole('事務改善委員会 委員')
  const council = await inRole('政策会議')
  let place = ''

  await test.step('1. what waits is added to the agenda', async () => {
    await openSitting(secretariat)
    place = new URL(secretariat.url()).pathname
    await follow(secretariat, '議題を選ぶ')
    for (const title of [ofOwnBureau, postponed]) await choice(secretariat, title).check()
    await press(secretariat, '議題に加える')
    await expectDone(secretariat, '議題に加えました。')
    await expect(secretariat.getByText('審議する提案 6件')).toBeVisible()
  })

  await test.step('2. each scores alone, and nobody what one keeps out of', async () => {
    await chair.goto(paths.home())
    await follow(chair, `採点する：${sitting}（5件）`)
    await expect(chair.getByRole('row', { name: ofOwnBureau })).toContainText('除斥')
    await follow(chair, '採点する')
    await scoreAll(chair, 4)
    await expect(chair.getByRole('row', { name: tied })).toContainText('採点済み 80.0')
    await expect(chair.getByRole('row', { name: tied }), 'the mean').toContainText('—')

    await member.goto(paths.home())
    await follow(member, `採点する：${sitting}（6件）`)
    await follow(member, postponed)
    await follow(member, '除斥を申し出る')
    await write(member, { 除斥を申し出る理由: '前の職場で、この仕事を担当したため。' })
    await press(member, '除斥を申し出る')
    await expectDone(member, '除斥の申し出を記録しました。')
    await follow(member, '採点する')
    await scoreAll(member, 2)
    await member.goto(paths.home())
    await expect(member.getByRole('link', { name: /^採点する/ })).toHaveCount(0)
  })

  await test.step('3. the scores are opened, and stay as they are', async () => {
    await secretariat.goto(place)
    await follow(secretariat, '予定を変える')
    await write(secretariat, { 会議の日: today })
    await press(secretariat, '予定を変える')
    await follow(secretariat, '採点を開示する')
    await press(secretariat, '6件の採点を開示する')
    await expectDone(secretariat, '採点を開示しました。')
    await chair.goto(place)
    await expect(chair.getByRole('row', { name: tied })).toContainText(/\d位/)
    await expect(chair.getByRole('link', { name: /^採点済み/ })).toHaveCount(0)
  })

  await test.step('4. six of fourteen are no quorum', async () => {
    await beginMeeting(secretariat, 6)
    await follow(secretariat, tied)
    await follow(secretariat, '判定を記録する')
    await decline(secretariat)
    await expect(secretariat.locator('#error-summary')).toContainText(
      '定足数に達していません（委員14人のうち7人以上の出席が必要です。今6人です）',
    )
    await secretariat.goto(place)
    await attend(secretariat, '出席を記録し直す')
  })

  await test.step('5. at a tie the chair decides', async () => {
    await follow(secretariat, tied)
    await follow(secretariat, '判定を記録する')
    await choice(secretariat, '採決').check()
    const votes = secretariat.locator('.votes').getByRole('group')
    const voters = await votes.count()
    for (let voter = 0; voter < voters; voter += 1) {
      const said = voter === voters - 1 && voters % 2 === 1 ? '棄権' : voter % 2 === 0 ? '賛成' : '反対'
      await votes.nth(voter).getByRole('radio', { name: said }).check()
    }
    await decline(secretariat)
    await expect(secretariat.locator('#error-summary')).toContainText('可否同数です')
    await choice(secretariat, '可').check()
    await press(secretariat, '判定を記録する')
    await expectDone(secretariat, '結果を記録しました。')
  })

  await test.step('6. one is held, one referred, one asked about and one put off', async () => {
    await chair.goto(place)
    await follow(chair, held)
    await follow(chair, '育てる（継続検討）')
    await write(chair, { 理由: '検針の委託の更新に合わせます。', 再検討日: 'R9.2.1' })
    await write(chair, { '伴走する人の職員番号（一覧にいないとき）': '001488' })
    await press(chair, '育てることに決める')
    await expectDone(chair, '育てることに決めました。')

    await chair.goto(place)
    await follow(chair, referred)
    await follow(chair, '政策会議に付議する')
    await choice(chair, '発議').check()
    await write(chair, { 概要: '全部の学校で行う。', 求める決定: '来年度からの実施。' })
    await press(chair, '政策会議に付議する')
    await expectDone(chair, '政策会議に付議しました。')

    await batch(secretariat, place, asked, '主管課に照会する')
    await write(secretariat, { 聞きたいこと: '一年で何通減りますか。' })
    await press(secretariat, '1件を照会する')
    await expectDone(secretariat, '主管課に照会しました。')
    await batch(secretariat, place, postponed, '次回へ回す')
    await press(secretariat, '1件を次回へ回す')
    await expectDone(secretariat, '次回の会議へ回しました。')
  })

  await test.step('7. the chair keeps out of what is of the own bureau', async () => {
    await chair.goto(place)
    await follow(chair, ofOwnBureau)
    await expect(chair.getByText('除斥：主管課と同じ部に所属しているため').first()).toBeVisible()
    await expect(chair.getByRole('link', { name: '判定を記録する' })).toHaveCount(0)
    await secretariat.goto(place)
    await follow(secretariat, ofOwnBureau)
    await expect(secretariat.getByText('佐藤　幸子')).toBeVisible()
    await follow(secretariat, '判定を記録する')
    await expect(secretariat.locator('.votes').getByRole('group', { name: '佐藤　幸子' })).toHaveCount(0)
    await decline(secretariat)
    await expectDone(secretariat, '結果を記録しました。')
  })

  await test.step('8. the meeting ends with its minutes', async () => {
    await secretariat.goto(place)
    await follow(secretariat, '議事録を書く')
    await write(secretariat, { 議事録: '全員の出席を確かめて開会した。' })
    await press(secretariat, '議事録を保存する')
    await follow(secretariat, '会議を終える')
    await press(secretariat, '会議を終える')
    await expectDone(secretariat, '会議を終えました。')
    await secretariat.goto(`${place}/minutes/print`)
    await expect(secretariat.getByText('議長の裁決 可')).toBeVisible()
  })

  await test.step('9. 政策会議 decides what was referred to it', async () => {
    await council.goto(paths.home())
    await follow(council, `政策会議の結果を記録：${referred}`)
    await follow(council, '会議の議題に入れる')
    await follow(council, '会議を予定する')
    await write(council, { 会議の日: today })
    await press(council, '会議を予定する')
    await choice(council, referred).check()
    await press(council, '議題に加える')
    await beginMeeting(council)
    await follow(council, referred)
    await follow(council, '政策会議の結果を記録する')
    await write(council, { 会議の結果: '了承。' })
    await choice(council, '趣旨採用').check()
    await write(council, { 理由: '学校ごとに進めます。' })
    await press(council, '政策会議の結果を記録する')
    await expectDone(council, '政策会議の結果を記録しました。')
  })

  await test.step('10. the notice makes them known together', async () => {
    const clerk = await inRole('職員')
    await clerk.goto(paths.proposals({ q: referred }))
    await expect(clerk.getByRole('link', { name: referred }), 'before the notice').toHaveCount(0)
    await secretariat.goto(paths.notices())
    for (const title of [tied, ofOwnBureau, referred])
      await expect(secretariat.getByRole('checkbox', { name: title })).toBeChecked()
    await press(secretariat, '確認へ進む')
    await press(secretariat, '3件の結果を通知する')
    await expectDone(secretariat, '結果を通知しました。')
    await clerk.goto(paths.proposals({ q: referred }))
    await expect(clerk.getByRole('link', { name: referred })).toBeVisible()
  })
})

async function openSitting(page: Page): Promise<void> {
  await page.goto(paths.sittings())
  await page.getByRole('link', { name: sitting }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sitting)
}
