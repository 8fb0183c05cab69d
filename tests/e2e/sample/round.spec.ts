import type { Page } from '@playwright/test'
import { paths } from '#app/web/paths'
import { desksAt } from '#tests/e2e/support/desks'
import { choice, expectDone, follow, press, write } from '#tests/e2e/support/forms'
import * as meetings from '#tests/e2e/support/meetings'
import * as round from '#tests/e2e/support/round'
import * as scoring from '#tests/e2e/support/round-scoring'
import { decideInCouncil, hold, refer } from '#tests/e2e/support/round-meeting'
import { expect, test } from '#tests/e2e/support/site'

/*
 * The round of 2026 in the sample town, to its end: of its thirty-six proposals five ended at the secretariat's desk and
 * eight in the meetings before; the others are received, considered, scored by fourteen members, dealt with in one
 * meeting and notified together. What is done once is done in the browser, what many do at desks of their own.
 */

test.use({ peopled: true })

const sitting = '第3回 事務改善委員会'
const today = 'R8.11.24'
const tied = '市営住宅の空き室を学生の地域活動の住まいに'
const held = '水道の検針の時に高齢の方の異変に気付く仕組み'
const referred = '学校の給食室の見学を、調理員の話を聞く授業に'
const asked = '庁内の郵便物を減らす「送らない週」'
const ofOwnBureau = '発表会の事例を3分の動画で見られる図書館'
const postponed = '工事の検査書類の写真をクラウドで共有'
const adopted = '公園の遊具の更新の予定を地図で公開'
const raced = '図書館の本の寄贈を「ほしい本の一覧」で'
const byHand = [tied, held, referred, asked, ofOwnBureau, postponed, adopted]
const declined = '今は効果が費用に見合わないため、見送ります。'

test('thirty-six proposals and fourteen members come from the agenda to the notices', async ({
  inRole,
  sample,
}) => {
  test.setTimeout(240_000)
  const desks = desksAt(sample)
  const secretariat = await inRole('事務局')
  const chair = await inRole('事務改善委員会 委員長')
  const member = await inRole('事務改善委員会 委員')
  const council = await inRole('政策会議')
  const members = round.membersOf(desks)
  expect(members).toHaveLength(14)
  let place = ''
  let matters: round.Matter[] = []
  const itemOf = (title: string) => matters.find((matter) => matter.title === title) ?? { itemId: 0 }

  await test.step('1. what came last is received, and every section asked answers', async () => {
    for (const { id } of round.proposalsIn(desks, 'submitted')) {
      await secretariat.goto(paths.acceptance(id))
      await press(secretariat, '受け付けて検討を依頼する')
      await expectDone(secretariat, '提案を受け付け、課に検討をお願いしました。')
    }
    expect(await round.answerEverything(desks), 'heads who answered several together').toBeGreaterThan(2)
    expect(round.proposalsIn(desks, 'submitted', 'considering')).toEqual([])
  })

  await test.step('2. all that waits is added to the agenda, whose papers are there', async () => {
    await openSitting(secretariat)
    place = new URL(secretariat.url()).pathname
    await follow(secretariat, '議題を選ぶ')
    await expect(secretariat.getByRole('heading', { level: 1 })).toContainText('議題を選ぶ')
    for (const box of await secretariat.getByRole('checkbox').all()) await box.check()
    await press(secretariat, '議題に加える')
    await expectDone(secretariat, '議題に加えました。')
    await expect(secretariat.getByText('審議する提案 23件')).toBeVisible()
    matters = round.mattersOf(desks, Number(place.split('/').at(-1)))
    await secretariat.goto(`${place}/papers/print`)
    for (const { title } of matters) await expect(secretariat.getByText(title).first()).toBeVisible()
  })

  const racers = members.slice(8)
  await test.step('3. fourteen score, each alone, and nobody what one keeps out of', async () => {
    await chair.goto(paths.home())
    await chair.getByRole('link', { name: new RegExp(`^採点する：${sitting}（`) }).click()
    await expect(chair.getByRole('row', { name: ofOwnBureau })).toContainText('除斥')
    await follow(chair, '採点する')
    await meetings.scoreSome(chair, 4, 10)
    await chair.goto(place)
    await expect(chair.getByRole('row', { name: tied })).toContainText('採点済み 80.0')
    await expect(chair.getByRole('row', { name: tied }), 'the mean').toContainText('—')

    await member.goto(place)
    await follow(member, postponed)
    await follow(member, '除斥を申し出る')
    await write(member, { 除斥を申し出る理由: '前の職場で、この仕事を担当したため。' })
    await press(member, '除斥を申し出る')
    await expectDone(member, '除斥の申し出を記録しました。')

    const open = matters.filter(({ title }) => title !== raced)
    const refused = await Promise.all(
      members.map((id) => scoring.scoreTheRest(desks, id, racers.includes(id) ? open : matters)),
    )
    const keptOut = refused.flat().filter((itemId) => itemId !== itemOf(raced).itemId)
    expect(keptOut).toContain(itemOf(ofOwnBureau).itemId)
    expect(scoring.scorersOf(desks, open)).toHaveLength(14 * open.length - keptOut.length)
    await member.goto(paths.home())
    await expect(member.getByRole('link', { name: /^採点する/ })).toHaveCount(0)
  })

  await test.step('4. six score while the scores are opened: each is counted or refused, never both or neither', async () => {
    await secretariat.goto(place)
    await follow(secretariat, '予定を変える')
    await write(secretariat, { 会議の日: today })
    await press(secretariat, '予定を変える')
    const last = await meetings.openScores(secretariat, 23, () =>
      Promise.all(racers.map((id) => scoring.scoreUntilRefused(desks, id, itemOf(raced)))),
    )
    const sheets = scoring.marksOf(desks, itemOf(raced))
    const ofRacers = sheets.filter(({ personId }) => racers.includes(personId))
    expect(ofRacers).toEqual(last.filter(({ mark }) => mark !== null).toSorted(byPerson))
    expect(ofRacers.length, 'some of them were in time').toBeGreaterThan(0)
    for (const id of members) expect(await scoring.scoreAt(desks, id, itemOf(raced), 1)).toBe(false)
    expect(scoring.marksOf(desks, itemOf(raced))).toEqual(sheets)
    await chair.goto(paths.agendaItem(itemOf(raced).itemId))
    await expect(chair.getByText(`採点 ${sheets.length}人`)).toBeVisible()
    await chair.goto(place)
    await expect(chair.getByRole('row', { name: tied })).toContainText(/\d位/)
    await expect(chair.getByRole('link', { name: /^採点済み/ })).toHaveCount(0)
  })

  await test.step('5. six of fourteen are no quorum', async () => {
    await meetings.beginMeeting(secretariat, 6)
    await follow(secretariat, tied)
    await follow(secretariat, '判定を記録する')
    await meetings.decline(secretariat)
    await expect(secretariat.locator('#error-summary')).toContainText(
      '定足数に達していません（委員14人のうち7人以上の出席が必要です。今6人です）',
    )
    await secretariat.goto(place)
    await meetings.attend(secretariat, '出席を記録し直す')
  })

  await test.step('6. at a tie the chair decides', async () => {
    await follow(secretariat, tied)
    await follow(secretariat, '判定を記録する')
    await meetings.voteToATie(secretariat)
    await meetings.decline(secretariat)
    await expect(secretariat.locator('#error-summary')).toContainText('可否同数です')
    await choice(secretariat, '可').check()
    await press(secretariat, '判定を記録する')
    await expectDone(secretariat, '結果を記録しました。')
  })

  await test.step('7. one is held, one referred, one asked about and one put off', async () => {
    await hold(chair, place, held)
    await refer(chair, place, referred)
    await meetings.batch(secretariat, place, asked, '主管課に照会する')
    await write(secretariat, { 聞きたいこと: '一年で何通減りますか。' })
    await press(secretariat, '1件を照会する')
    await expectDone(secretariat, '主管課に照会しました。')
    await meetings.batch(secretariat, place, postponed, '次回へ回す')
    await press(secretariat, '1件を次回へ回す')
    await expectDone(secretariat, '次回の会議へ回しました。')
  })

  await test.step('8. the chair keeps out of what is of the own bureau', async () => {
    await chair.goto(place)
    await follow(chair, ofOwnBureau)
    await expect(chair.getByText('除斥：主管課と同じ部に所属しているため').first()).toBeVisible()
    await expect(chair.getByRole('link', { name: '判定を記録する' })).toHaveCount(0)
    await secretariat.goto(place)
    await follow(secretariat, ofOwnBureau)
    await expect(secretariat.getByText('佐藤　幸子')).toBeVisible()
    await follow(secretariat, '判定を記録する')
    await expect(secretariat.locator('.votes').getByRole('group', { name: '佐藤　幸子' })).toHaveCount(0)
    await meetings.decline(secretariat)
    await expectDone(secretariat, '結果を記録しました。')
  })

  await test.step('9. the others are decided in every way, and the meeting ends with its minutes', async () => {
    await secretariat.goto(place)
    await follow(secretariat, adopted)
    await follow(secretariat, '判定を記録する')
    await meetings.adopt(secretariat, 'すぐに役に立つため、採用します。')
    await expectDone(secretariat, '結果を記録しました。')
    await round.decideAll(
      desks,
      matters.filter(({ title }) => !byHand.includes(title)),
    )
    await secretariat.goto(place)
    await follow(secretariat, '議事録を書く')
    await write(secretariat, { 議事録: '全員の出席を確かめて開会した。' })
    await press(secretariat, '議事録を保存する')
    await follow(secretariat, '会議を終える')
    await press(secretariat, '会議を終える')
    await expectDone(secretariat, '会議を終えました。')
    await secretariat.goto(`${place}/minutes/print`)
    await expect(secretariat.getByText('議長の裁決 可')).toBeVisible()
    for (const { title } of matters) await expect(secretariat.getByText(title).first()).toBeVisible()
  })

  await test.step('10. 政策会議 decides what was referred to it', async () => {
    await decideInCouncil(council, referred, today)
  })

  await test.step('11. one notice makes them known, each proposer reads what was decided', async () => {
    const words = new Map<string, string>([
      ...[tied, ofOwnBureau].map((title) => [title, declined] as const),
      [adopted, 'すぐに役に立つため、採用します。'],
      [referred, '学校ごとに進めます。'],
    ])
    const decided = matters
      .filter(({ title }) => ![held, asked, postponed].includes(title))
      .map((matter) => ({ ...matter, reason: words.get(matter.title) ?? round.reasonFor(matter.proposalId) }))
    expect(decided).toHaveLength(20)
    const before = round.decidedBefore(desks)
    expect(before).toHaveLength(8)
    expect(await round.reasonsRead(desks, before)).toEqual(before.map(({ title }) => title))
    expect(await round.reasonsRead(desks, decided), 'before the notice').toEqual([])
    await secretariat.goto(paths.notices())
    await press(secretariat, '確認へ進む')
    await press(secretariat, '20件の結果を通知する')
    await expectDone(secretariat, '結果を通知しました。')
    expect(await round.reasonsRead(desks, decided)).toEqual(decided.map(({ title }) => title))
    await round.expectAllTold(desks, decided)
  })
})

function byPerson(one: { personId: number }, other: { personId: number }): number {
  return one.personId - other.personId
}

async function openSitting(page: Page): Promise<void> {
  await page.goto(paths.sittings())
  await page.getByRole('link', { name: sitting }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sitting)
}
