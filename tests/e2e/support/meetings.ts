import { expect, type Page } from '@playwright/test'
import { defaultRubric } from '#app/domain/evaluation/rubric'
import { keyboard } from '#tests/e2e/flows/keys'
import { choice, expectDone, follow, press, select, write } from './forms'

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

/** One mark for everything, until the last one is saved; without a mouse, as a member goes through ten of them. */
export async function scoreAll(page: Page, mark: number): Promise<void> {
  const hand = keyboard(page)
  for (let left = 10; left > 0; left -= 1) {
    const address = page.url()
    const save = page.getByRole('button', { name: /^(保存して次の提案へ|採点を保存する)$/ })
    for (const { name, weight } of defaultRubric.criteria)
      await hand.mark(`${name}（${weight}点）`, String(mark))
    await hand.press((await save.textContent()) ?? '')
    await page.waitForURL((url) => url.href !== address)
    if (!page.url().includes('/score')) return expectDone(page, '採点する議題は、これですべてです。')
  }
  throw new Error('The scoring does not come to its end')
}

/** Not adopted, with all that this needs. */
export async function decline(page: Page): Promise<void> {
  await choice(page, '今回は見送り').check()
  await write(page, { 理由: '今は効果が費用に見合わないため、見送ります。' })
  await select(page, '見送りの理由の区分', '効果')
  await write(page, { こうなれば再提案できます: '費用が半分になったとき。' })
  await press(page, '判定を記録する')
}

/** One of the items, in the way in which several are dealt with at once. */
export async function batch(page: Page, place: string, title: string, act: string): Promise<void> {
  await page.goto(place)
  await page.getByRole('checkbox', { name: `${title}を選ぶ` }).check()
  await press(page, act)
}
