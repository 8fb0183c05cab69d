import { expect, type Page } from '@playwright/test'
import { choice, expectDone, follow, press, write } from './forms'

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

/** From the page of the meeting: everybody is there. */
export async function beginMeeting(page: Page): Promise<void> {
  await follow(page, '出席を記録して会議を始める')
  const members = page.getByRole('group', { name: /^出席した委員/ }).getByRole('checkbox')
  await expect(members.first()).toBeVisible()
  for (const member of await members.all()) await member.check()
  await press(page, '出席を記録して会議を始める')
  await expectDone(page, '出席を記録しました。')
}
