import type { Page } from '@playwright/test'
import { countImproved } from '#tests/e2e/support/figures'
import { choice, expectDone, field, follow, pick, press, select, write } from '#tests/e2e/support/forms'
import { meetAbout } from '#tests/e2e/support/meetings'
import { expect, test } from '#tests/e2e/support/site'
import { paths } from '#app/web/paths'

/* From an employee's proposal to the indicator, in the sample town, each step by the person whose step it is. */

const report = '改修の見積書を三社同時に電子で頼む'
const improvedFirst = 'まちづくりセンター改修事業'
const proposal = '集会所の補助の申請を電子で受け付ける'
const improvedNext = 'コミュニティ施設整備補助事業'
const section = '地域づくり推進課'

test('a proposal goes through every hand, and the share of improved projects moves by it', async ({
  inRole,
}) => {
  test.setTimeout(300_000)
  const clerk = await inRole('職員')
  const head = await inRole('課長')
  const proposer = await inRole('提案者')
  const secretariat = await inRole('事務局')
  const title = proposal
  let place = ''
  let improved = await countImproved(clerk)

  await test.step('1. an improvement is reported in one page, and confirmed with another one at once', async () => {
    await clerk.goto(paths.home())
    await clerk.getByRole('link', { name: /^まだ改善のない\d+事務事業を見る/ }).click()
    await follow(clerk, `改善を報告する（${improvedFirst}）`)
    await expect(choice(clerk, improvedFirst)).toBeChecked()
    await write(clerk, { 改善の名前: report, 変えたこと: '一社ずつ送っていた依頼を、一度に送るようにした。' })
    await choice(clerk, '時間が減る').check()
    await write(clerk, { '1年間に削減できる時間': '１２', いつから: 'R8.11.2' })
    await press(clerk, '確認へ進む')
    await press(clerk, '報告する')
    await expectDone(clerk, '改善を報告しました。')

    await follow(head, '確認する報告')
    await head.getByRole('checkbox', { name: report }).check()
    await head.getByRole('checkbox', { name: '新しく来た職員のための90日計画' }).check()
    await press(head, '選んだ報告を確認する')
    await expectDone(head, '選んだ報告を確認しました。')
    await expect(head.getByRole('checkbox', { name: report })).toHaveCount(0)

    expect(await countImproved(clerk)).toBeGreaterThan(improved)
    await expectImproved(clerk, improvedFirst, report)
    improved = await countImproved(clerk)
  })

  await test.step('2. a group proposes, keeps a draft, checks it and submits it', async () => {
    await proposer.goto(paths.home())
    await follow(proposer, '提案を書く')
    await field(proposer, '提案の名前').fill(title)
    await field(proposer, '今どうなっているか').fill('申請のたびに、紙を持って市役所まで来てもらっています。')
    await expect(proposer.getByText(/^下書きは.*に保存しました$/).first()).toBeVisible()
    await pick(proposer, '対象の課', section, section)
    await pick(proposer, '対象の事務事業', improvedNext, improvedNext)
    await write(proposer, { どう変えるか: '申請を電子で受け付け、書類の写しを求めないようにします。' })
    await pick(proposer, 'いっしょに提案するメンバー', '009067', '嶋﨑')
    await pick(proposer, 'いっしょに提案するメンバー', '002628', '竹内')
    await write(proposer, { グループ名: '紙を減らす会' })
    await press(proposer, '確認へ進む')
    await expect(proposer.getByRole('heading', { level: 1, name: '提案の確認' })).toBeVisible()
    await press(proposer, '提出する')
    await expectDone(proposer, '提案を提出しました。')
    place = new URL(proposer.url()).pathname
    await expect(proposer.getByText('全5段階中1段階目')).toBeAttached()

    const another = await inRole('システム管理者')
    await another.goto(place)
    await expect(another.getByRole('heading', { level: 1 })).toHaveText(title)
    await clerk.goto(paths.proposals())
    await follow(clerk, title)
    await follow(clerk, 'メンバーから外れる')
    await press(clerk, 'メンバーから外れる')
    await expectDone(clerk, '提案のメンバーから外れました。')
    expect((await clerk.goto(place))?.status(), 'who has left does not see it').toBe(404)
  })

  await test.step('3. the secretariat receives it, and asks two departments', async () => {
    await follow(secretariat, '受付')
    await follow(secretariat, title)
    await follow(secretariat, '受け付ける')
    await pick(secretariat, '照会する課', '経営企画部', '経営企画部')
    await press(secretariat, '選んだ課を加える')
    await secretariat.getByRole('radio', { name: section }).check()
    await write(secretariat, { 回答の期限: '令和8年12月8日' })
    await press(secretariat, '受け付けて検討を依頼する')
    await expectDone(secretariat, '提案を受け付け、課に検討をお願いしました。')
    await expect(secretariat.getByText(/受付番号 R8-\d{3}$/)).toBeVisible()
  })

  await test.step('4. a member drafts the answer, and each head answers', async () => {
    const member = await inRole('実施担当')
    await member.goto(place)
    await member.getByRole('link', { name: `（${section}）` }).click()
    await choice(member, '実施する').check()
    await write(member, { 理由: '申請する人が市役所に来る手間を省けるため、実施します。' })
    await press(member, '下書きを保存する')
    await expectDone(member, '検討記録の下書きを保存しました。')

    await head.goto(paths.home())
    await follow(head, '検討')
    await follow(head, title)
    await press(head, '受け付ける')
    await expectDone(head, '受け付けました。')
    await expect(field(head, '理由')).toHaveValue(/市役所に来る手間/)
    await head.getByRole('textbox', { name: /^実施時期/ }).fill('R9.1.4')
    await head.getByRole('textbox', { name: /^担当 ※/ }).fill('地域づくり係')
    await write(head, { 提案者へのひとこと: '一緒に進めさせてください。' })
    await press(head, '回答する')
    await expectDone(head, '回答しました。')

    const director = await inRole('政策会議')
    await director.goto(place)
    await director.getByRole('link', { name: '（経営企画部）' }).click()
    await choice(director, '条件が整えば実施する').check()
    await write(director, {
      理由: '電子申請の仕組みは全庁で使えるものにします。',
      実施に必要な条件: '電子申請の契約の更新。',
    })
    await press(director, '回答する')
    await expectDone(director, '回答しました。')
  })

  await test.step('5. the committee sees no name, meets, and decides', async () => {
    const chair = await inRole('事務改善委員会 委員長')
    await follow(chair, '事務改善委員会')
    await chair.getByRole('row', { name: title }).getByRole('link', { name: title, exact: true }).click()
    await expect(chair.getByText('一緒に進めさせてください。')).toBeVisible()
    await expect(chair.getByText('岡田')).toHaveCount(0)
    await meetAbout(chair, { place, title, heldOn: 'R8.11.24' })
    await follow(chair, '判定を記録する')
    await choice(chair, '採用').check()
    await write(chair, {
      理由: '市民の手間を減らす、よい提案です。',
      担当: '地域づくり係',
      実施予定日: 'R9.1.4',
    })
    await select(chair, '実施担当課', section)
    await select(chair, '対象の事務事業', improvedNext)
    await press(chair, '判定を記録する')
    await expectDone(chair, '結果を記録しました。')
  })

  await test.step('6. only the notice makes the decision known', async () => {
    for (const reader of [proposer, clerk]) {
      await reader.goto(place)
      await expect(reader.getByText('市民の手間を減らす、よい提案です。')).toHaveCount(0)
    }
    await follow(secretariat, '通知')
    await expect(secretariat.getByRole('checkbox', { name: title })).toBeChecked()
    await press(secretariat, '確認へ進む')
    await secretariat.getByRole('button', { name: /件の結果を通知する$/ }).click()
    await expectDone(secretariat, '結果を通知しました。')
    for (const reader of [proposer, clerk]) {
      await reader.goto(place)
      await expect(reader.getByText('市民の手間を減らす、よい提案です。')).toBeVisible()
    }
  })

  await test.step('7. the department carries it out, and somebody else verifies the effect', async () => {
    const member = await inRole('実施担当')
    await member.goto(place)
    await follow(member, '実施を始める')
    await press(member, '実施を始める')
    await follow(member, '実施状況を報告する')
    await choice(member, '実施中・試行中').check()
    await write(member, { 進み具合: '三つの集会所で試しています。', 次の報告の予定日: 'R8.12.20' })
    await press(member, '報告する')
    await follow(member, '実施の完了を報告する')
    await write(member, {
      減った時間: '40',
      実際の効果: '来庁が年に百回ほど減りました。',
      効果の根拠: '前の年の来庁の記録。',
    })
    await press(member, '完了を報告する')
    await expectDone(member, '実施の完了を報告しました。')
    await expect(member.getByRole('link', { name: '効果を確認する' })).toHaveCount(0)

    await proposer.goto(place)
    await follow(proposer, '効果を確認する')
    await write(proposer, { 確認した内容: '集会所の記録で、来庁が減ったことを確かめました。' })
    await press(proposer, '効果を確認する')
    await expectDone(proposer, '効果を確認しました。')
    await expect(proposer.getByText('全5段階をすべて終えました')).toBeAttached()
  })

  await test.step('8. the share has moved, and its number leads to the evidence', async () => {
    expect(await countImproved(clerk)).toBe(improved + 1)
    await expectImproved(clerk, improvedNext, title)
    await follow(clerk, 'もとの提案と経過を見る')
    await expect(clerk).toHaveURL(place)
  })

  await test.step('9. anybody finds it by a word of two characters', async () => {
    // The address is the new one before the page is, and the old one has a second link of that name.
    await clerk.getByRole('navigation', { name: 'メニュー' }).getByRole('link', { name: '改善事例' }).click()
    await clerk.getByRole('textbox', { name: 'ことばで探す' }).fill('集会')
    await press(clerk, 'さがす')
    await expect(clerk.getByRole('link', { name: title })).toBeVisible()
    await expect(clerk.getByRole('link', { name: report })).toHaveCount(0)
  })
})

/** From the number of the section on the page of the indicator to the improvement behind it. */
async function expectImproved(page: Page, project: string, evidence: string): Promise<void> {
  await page.goto(paths.indicators())
  await page.getByRole('row', { name: section }).getByRole('link').nth(1).click()
  await expect(page.getByRole('heading', { level: 1, name: '改善のあった事務事業' })).toBeVisible()
  await follow(page, project)
  await expect(page.getByText('改善あり')).toBeVisible()
  await follow(page, evidence)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(evidence)
}
