import { expect, type Page } from '@playwright/test'
import { defaultRubric } from '#app/domain/evaluation/rubric'
import { keyboard } from '#tests/e2e/flows/keys'
import { choice, expectDone, follow, list, press, select, write } from './forms'

/**
 * A new meeting of this day about one proposal, planned from its page by somebody who writes down what is decided, and
 * begun with everybody there. Ends on the page of the item.
 */
export async function meetAbout(
  page: Page,
  { place, title, heldOn }: { place: string; title: string; heldOn: string },
): Promise<void> {
  await page.goto(place)
  await follow(page, '会議の議題に入れる')
  await follow(page, '別の会議を予定する')
  await write(page, { 会議の日: heldOn })
  await press(page, '会議を予定する')
  await choice(page, title).check()
  await press(page, '議題に加える')
  await expectDone(page, '議題に加えました。')
  await beginMeeting(page)
  await follow(page, title)
}

/** From the page of the meeting: everybody is there, or the first so many members. */
export async function beginMeeting(page: Page, present?: number): Promise<void> {
  await attend(page, '出席を記録して会議を始める', present)
}

export async function attend(page: Page, act: string, present?: number): Promise<void> {
  await follow(page, act)
  const members = page.getByRole('group', { name: /^出席した委員/ }).getByRole('checkbox')
  await expect(members.first()).toBeVisible()
  for (const member of (await members.all()).slice(0, present)) await member.check()
  await press(page, act)
  await expectDone(page, '出席を記録しました。')
}

/** One mark for everything, for so many items on end; without a mouse. */
export async function scoreSome(page: Page, mark: number, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await scoreOne(page, mark)
}

async function scoreOne(page: Page, mark: number): Promise<void> {
  const hand = keyboard(page)
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^採点：/)
  const title = (await heading.textContent()) ?? ''
  const save = page.getByRole('button', { name: /^(保存して次の提案へ|採点を保存する)$/ })
  for (const { name, weight } of defaultRubric.criteria)
    await hand.mark(`${name}（${weight}点）`, String(mark))
  await hand.press((await save.textContent()) ?? '')
  // The address is the next one a moment before its page is there.
  await expect(heading).not.toHaveText(title)
}

/** Not adopted, with all that this needs. */
export async function decline(page: Page): Promise<void> {
  await choice(page, '今回は見送り').check()
  await write(page, { 理由: '今は効果が費用に見合わないため、見送ります。' })
  await select(page, '見送りの理由の区分', '効果')
  await write(page, { こうなれば再提案できます: '費用が半分になったとき。' })
  await press(page, '判定を記録する')
}

/** Everybody has voted, as many for it as against it; one abstains where they are odd. */
export async function voteToATie(page: Page): Promise<void> {
  await choice(page, '採決').check()
  const votes = page.locator('.votes').getByRole('group')
  const voters = await votes.count()
  for (let voter = 0; voter < voters; voter += 1) {
    const said = voter === voters - 1 && voters % 2 === 1 ? '棄権' : voter % 2 === 0 ? '賛成' : '反対'
    await votes.nth(voter).getByRole('radio', { name: said }).check()
  }
}

/** Adopted, for the first 事務事業 of those that come into question. */
export async function adopt(page: Page, reason: string): Promise<void> {
  await choice(page, '採用').check()
  await write(page, { 理由: reason, 担当: '施設係', 実施予定日: 'R9.3.31' })
  await list(page, '対象の事務事業').selectOption({ index: 1 })
  await press(page, '判定を記録する')
}

/** Opens the scores; `meanwhile` begins when the order to do so is on its way to the server. */
export async function openScores<Result>(
  page: Page,
  count: number,
  meanwhile: () => Promise<Result>,
): Promise<Result> {
  await follow(page, '採点を開示する')
  const done = new Promise<Result>((resolve, reject) => {
    void page.route('**/opening*', async (route, request) => {
      if (request.method() === 'POST') meanwhile().then(resolve, reject)
      await route.continue()
    })
  })
  await press(page, `${count}件の採点を開示する`)
  await expectDone(page, '採点を開示しました。')
  await page.unroute('**/opening*')
  return done
}

/** One of the items, in the way in which several are dealt with at once. */
export async function batch(page: Page, place: string, title: string, act: string): Promise<void> {
  await page.goto(place)
  await page.getByRole('checkbox', { name: `${title}を選ぶ` }).check()
  await press(page, act)
}
